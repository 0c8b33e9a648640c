/**
 * Makes what is not text unreadable: nothing generated, nothing drawn from a file, no letters. Put after the page's own sheets;
 * what beats it all the same, and backgrounds from files, are found by `restOf`.
 */
export const unreadableSheet = `
*:not(#\\_#\\_#\\_), *:not(#\\_#\\_#\\_)::before, *:not(#\\_#\\_#\\_)::after, *:not(#\\_#\\_#\\_)::backdrop {
  transition: none !important;
  animation: none !important;
  border-image: none !important;
  mask-image: none !important;
  -webkit-mask-image: none !important;
  -webkit-box-reflect: none !important;
  filter: none !important;
  backdrop-filter: none !important;
  text-shadow: none !important;
  -webkit-text-fill-color: transparent !important;
  -webkit-text-stroke: 0 !important;
  list-style-image: none !important;
  caret-color: transparent !important;
}
*:not(#\\_#\\_#\\_) { content: normal !important; }
*:not(#\\_#\\_#\\_)::before, *:not(#\\_#\\_#\\_)::after { visibility: hidden !important; }
*:not(#\\_#\\_#\\_)::marker { content: "" !important; }
*:not(#\\_#\\_#\\_)::backdrop { background-image: none !important; }
*:not(#\\_#\\_#\\_)::placeholder { color: transparent !important; }
input:not(#\\_#\\_#\\_), textarea:not(#\\_#\\_#\\_), select:not(#\\_#\\_#\\_) { -webkit-text-fill-color: currentColor !important; }
`;
