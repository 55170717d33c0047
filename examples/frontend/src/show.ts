// What is shown of an answer. `null` with an entry in `extensions.access` is closed, and says so; `null` without one is nothing there.
import { unmasked } from './gql';
import type { FragmentType } from './gql';
import type { Closed } from './client';
import { CARD } from './queries';

const WORDS: Record<string, string> = {
  NOT_AVAILABLE: 'Not available to you',
  NOT_FOUND: 'Not found',
  NO_GRANT: 'Your role or purpose does not open this',
  OUTSIDE_AREA: 'Outside your area',
  DISQUALIFIED: 'You are too close to this person',
};

export type Shown = { text: string; closed: boolean };

/** The value of a field, or why it is not there. A code that is new to the page is shown as it stands: new ones come with new rules. */
export function shown(value: string | null | undefined, coordinate: string, closed: Closed[]): Shown {
  if (value != null) return { text: value, closed: false };
  const entry = closed.find((each) => each.coordinate === coordinate);
  return entry ? { text: WORDS[entry.code] ?? entry.code, closed: true } : { text: '–', closed: false };
}

/** The lines of a person's card. Only what the fragment asks for can be read here: that is what masking is for. */
export function card(masked: FragmentType<typeof CARD>, closed: Closed[]): [string, Shown][] {
  const person = unmasked(CARD, masked);
  const homes = person.addresses?.map((each) => [each.street, each.postalCode, each.city].filter(Boolean).join(' '));
  return [
    ['Name', shown(person.name?.full, 'Person.name', closed)],
    ['Born', shown(person.birthDate, 'Person.birthDate', closed)],
    ['Telephone', shown(person.phone, 'Person.phone', closed)],
    ['Addresses', shown(homes?.length ? homes.join('; ') : homes && 'None', 'Person.addresses', closed)],
  ];
}
