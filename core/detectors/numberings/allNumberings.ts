import type { Numbering } from '../numbering.ts';
import { anyCountry } from './anyCountry.ts';
import { britishIsles } from './britishIsles.ts';
import { centralEurope } from './centralEurope.ts';
import { eastAsia } from './eastAsia.ts';
import { france } from './france.ts';
import { germany } from './germany.ts';
import { iberia } from './iberia.ts';
import { italy } from './italy.ts';
import { latinAmerica } from './latinAmerica.ts';
import { nordic } from './nordic.ts';
import { oceaniaAndCanada } from './oceaniaAndCanada.ts';
import { southAsia } from './southAsia.ts';
import { southEastAsia } from './southEastAsia.ts';
import { turkeyAndAfrica } from './turkeyAndAfrica.ts';
import { unitedStates } from './unitedStates.ts';

/** Every numbering there is a row for. A new country is a new file and a line here. */
export const allNumberings: readonly Numbering[] = [
  ...germany,
  ...britishIsles,
  ...unitedStates,
  ...france,
  ...iberia,
  ...italy,
  ...nordic,
  ...centralEurope,
  ...oceaniaAndCanada,
  ...latinAmerica,
  ...southAsia,
  ...eastAsia,
  ...southEastAsia,
  ...turkeyAndAfrica,
  ...anyCountry,
];
