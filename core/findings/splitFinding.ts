import type { Finding, LeakPlace } from './finding.ts';

/** Parts a finding's places; what is left and what is taken are findings of their own, each as sure as its places are. */
export function splitFinding<Found extends Finding>(
  finding: Found,
  isTaken: (place: LeakPlace, at: number) => boolean,
): readonly [left: Found | undefined, taken: Found | undefined] {
  const left = finding.places.filter((place, at) => !isTaken(place, at));
  const taken = finding.places.filter(isTaken);
  return [withPlaces(finding, left), withPlaces(finding, taken)];
}

function withPlaces<Found extends Finding>(finding: Found, places: readonly LeakPlace[]): Found | undefined {
  if (places.length === finding.places.length) return finding;
  const [first, ...others] = places;
  if (!first) return undefined;
  const isLeak = places.some((place) => place.treatment === 'captured');
  return { ...finding, certainty: isLeak ? 'leak' : 'possible', places: [first, ...others] };
}
