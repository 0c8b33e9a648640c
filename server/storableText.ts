import * as v from 'valibot';

/** What the database could not give back as it came: NUL is refused by PostgreSQL, half a surrogate is replaced. */
const storable = v.check<string, string>(
  (text) => !/\0|\p{Surrogate}/u.test(text),
  'holds a character that cannot be stored',
);

/** Text up to a length that comes back from the database as it went in. */
export const text = (max: number) => v.pipe(v.string(), v.maxLength(max), storable);

/** The same, and not only white space. */
export const filled = (max: number) =>
  v.pipe(
    text(max),
    v.check((value) => value.trim() !== '', 'is empty'),
  );
