/** PostgreSQL could not be reached, or not be used with what it was given. The message holds no address. */
export class DatabaseNotReachedError extends Error {
  override readonly name = 'DatabaseNotReachedError';
}

/** Of Node: nobody there, or gone while talking. */
const network = /^(?:ECONN\w{1,20}|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT)$/;
/** Of PostgreSQL: connection broken, shutting down, starting up, too many clients. */
const away = /^(?:08\w{3}|57P0[1-5]|53300)$/;
/** Of PostgreSQL: took too long, or waited for each other. The transaction was rolled back. */
const crossed = /^(?:40001|40P01|55P03|57014)$/;
/** The pool and its clients have no codes. */
const poolSaysAway = /^(?:Connection terminated|Client has encountered a connection)/;
/** Waited in vain for a free connection: nothing was begun. */
const poolSaysFull = /^timeout exceeded when trying to connect/;

const maxCauses = 5;

/**
 * What kind of trouble with the database an error tells of. `away`: it is not there, and comes back or not;
 * `crossed`: nothing was changed and the same request may work now; undefined: something else.
 */
export function databaseProblem(error: unknown): 'away' | 'crossed' | undefined {
  let cause = error;
  for (let depth = 0; depth < maxCauses && cause instanceof Error; depth += 1) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
    if (crossed.test(code) || poolSaysFull.test(cause.message)) return 'crossed';
    if (network.test(code) || away.test(code) || poolSaysAway.test(cause.message)) return 'away';
    cause = cause.cause;
  }
  return undefined;
}
