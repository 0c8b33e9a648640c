const lossMessages =
  /Target closed|Session closed|Execution context was destroyed|Cannot find context|detached Frame|Page crashed/i;

/** Whether an error of the browser's driver says that the page, or its document, is not there any more. */
export function isLoss(error: Error): boolean {
  return lossMessages.test(error.message);
}
