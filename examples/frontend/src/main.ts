// The page: looks a person up, shows their card with what is closed and why, and their family a page at a time.
import { asker } from './client';
import { LOOK_UP, PAGE, WHY } from './queries';
import { card, shown } from './show';

const form = document.querySelector('form')!;
const main = document.querySelector('main')!;

/** An element with text, which is never read as markup. */
function element(tag: string, text = '', name = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { textContent: text, className: name });
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const given = new FormData(form);
  const id = String(given.get('id'));
  const ask = asker(new URL('/graphql', location.href).href, String(given.get('token')), String(given.get('purpose')) || undefined);
  const answer = await ask(LOOK_UP, { id });
  if ('refused' in answer) return main.replaceChildren(element('p', answer.message));
  const { person } = answer.data;
  if (!person) return main.replaceChildren(element('p', shown(null, 'Query.person', answer.closed).text));
  const list = element('dl');
  for (const [label, { text, closed }] of card(person, answer.closed)) list.append(element('dt', label), element('dd', text, closed ? 'closed' : ''));
  main.replaceChildren(list, ...person.access.denials.map(({ message }) => element('p', message)), await reasons(), await family());

  async function reasons(): Promise<HTMLElement> {
    const why = await ask(WHY, { id });
    const found = element('ul');
    if ('data' in why) found.append(...why.data.access.grants.map(({ text, basis }) => element('li', `${text} (${basis})`)));
    return found;
  }

  async function family(after?: string | null): Promise<HTMLElement> {
    const page = await ask(PAGE, { id, after });
    const found = element('section');
    if ('refused' in page) return element('p', page.message);
    const relatives = page.data.person?.family;
    if (!relatives) return element('p', `Family: ${shown(null, 'Person.family', page.closed).text}`, 'closed');
    found.append(...relatives.edges.map(({ relation, node }) => element('p', `${relation}: ${shown(node?.name?.full, 'Person.name', page.closed).text}`)));
    if (relatives.pageInfo.hasNextPage) {
      const more = element('button', 'More');
      more.addEventListener('click', async () => more.replaceWith(await family(relatives.pageInfo.endCursor)));
      found.append(more);
    }
    return found;
  }
});
