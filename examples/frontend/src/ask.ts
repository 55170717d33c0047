// Asks all that the page can ask, of the server at URL, as an employee and as a person, and writes what a user would read as JSON.
import { asker } from './client';
import { CARD, CHECK, END, LOOK_UP, NOTICES, OVERRIDE, PAGE, RELATIVES, SEARCH, TWO_KEYS, VIEW, WHY } from './queries';
import { card, shown } from './show';
import { isFragmentReady, unmasked } from './gql';
import type { ResultOf } from '@graphql-typed-document-node/core';
import type { Answer } from './client';

declare const process: { argv: string[]; exit(status: number): never };

const [url = '', employee = '', person = ''] = process.argv.slice(2);
const ask = asker(url, employee, 'FOLLOW_UP');
const askAsPerson = asker(url, person);

/** What ends it, in words. */
class Refused extends Error {}

function told<Data>(answer: Answer<Data>): Data {
  if ('refused' in answer) throw new Refused(`${answer.refused}: ${answer.message}`);
  return answer.data;
}

async function lookedUp(id: string): Promise<string[]> {
  const answer = await ask(LOOK_UP, { id });
  const found = told(answer).person;
  const closed = 'closed' in answer ? answer.closed : [];
  if (!found) return [shown(null, 'Query.person', closed).text];
  return card(found, closed).map(([label, { text }]) => `${label}: ${text}`);
}

async function family(id: string): Promise<(string | null | undefined)[]> {
  const names = [];
  for (let after: string | null | undefined, more = true; more; ) {
    const relatives = told(await askAsPerson(PAGE, { id, after })).person?.family;
    names.push(...(relatives?.edges ?? []).map(({ node }) => node?.name?.full));
    [more, after] = [relatives?.pageInfo.hasNextPage ?? false, relatives?.pageInfo.endCursor];
  }
  return names;
}

/** How many relatives there are, each time that something of the answer has come: unknown at first. */
async function inParts(id: string): Promise<(number | null | undefined)[]> {
  const relatives = (answer: Answer<ResultOf<typeof VIEW>>) => {
    const { person } = told(answer);
    return person && isFragmentReady(VIEW, RELATIVES, person) ? unmasked(RELATIVES, person).family?.totalCount : null;
  };
  const found: (number | null | undefined)[] = [];
  const answer = await ask(VIEW, { id }, (soFar) => found.push(relatives(soFar)));
  return [...found, relatives(answer)];
}

/** Access to somebody outside the area, taken with a reason, used and ended. */
async function taken(id: string): Promise<Record<string, unknown>> {
  const lastDay = new Date(Date.now() + 24 * 3600 * 1000).toISOString().slice(0, 10);
  const { override, problems } = told(await ask(OVERRIDE, { id, reason: 'Covers for a colleague at another office', lastDay })).override;
  if (!override) return { problems: problems.map(({ message }) => message) };
  const [during] = await lookedUp(id);
  const ended = told(await ask(END, { id: override.id })).endOverride;
  const [after] = await lookedUp(id);
  return { during, problems: ended.problems, after };
}

async function all(): Promise<Record<string, unknown>> {
  const hits = told(await ask(SEARCH, { text: 'dahl kari' })).search.edges.flatMap(({ node }) => (node.__typename === 'Person' ? [unmasked(CARD, node)] : []));
  const changed = told(await ask(OVERRIDE, { id: 'p-truls', reason: 'Short', lastDay: '2020-01-01' })).override;
  return {
    lookUp: await lookedUp('p-kari'),
    denied: await lookedUp('p-even'),
    unknown: await lookedUp('p-nobody'),
    search: hits.map(({ name }) => name?.full),
    family: await family('p-kari'),
    inParts: await inParts('p-kari'),
    why: told(await ask(WHY, { id: 'p-kari' })).access.grants.map(({ text }) => text),
    batch: told(await ask(CHECK, { ids: ['p-kari', 'p-even', 'p-nobody'] })).checkAccess.map(({ decision }) => decision),
    act: changed.problems.map(({ code }) => code),
    taken: await taken('p-truls'),
    notices: told(await askAsPerson(NOTICES, {})).viewer.notices?.totalCount,
    error: await ask(TWO_KEYS, { id: 'p-kari', nin: '17858400201' }),
  };
}

if (!person) {
  console.error('write ask.js URL EMPLOYEE_TOKEN PERSON_TOKEN');
  process.exit(2);
}
all().then(
  (found) => console.log(JSON.stringify(found)),
  (error: unknown) => {
    console.error(error instanceof Refused ? `ask.js: ${error.message}` : error);
    process.exit(1);
  },
);
