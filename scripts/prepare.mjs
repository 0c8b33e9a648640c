// Runs at the end of `npm install`. Plain JavaScript: it may run under a Node that cannot strip types.
