import { Possible } from '../../treatment/treatment.ts';

/** All that can become of something: nobody outside can tell. */
export const everything: Possible = Possible.captured | Possible.masked | Possible.excluded;
