// Asks the server. Nothing is cached: what a viewer may see can change between two requests, and no answer may be kept.
import { Client, fetchExchange } from '@urql/core';
import type { OperationResult, TypedDocumentNode } from '@urql/core';

/** Whether documents are sent by their hash alone, to a server that holds `persisted-documents.json`: `VITE_TRUSTED=true npm run build`. */
const TRUSTED = import.meta.env.VITE_TRUSTED === 'true';

/** One closed field of the schema, or one that was not there: `extensions.access`. */
export type Closed = { coordinate: string; code: string; count?: number };

export type Answer<Data> =
  | { data: Data; closed: Closed[]; ended?: string } // what is missing has not come, for that code
  | { refused: string; message: string };

export type Ask = <Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  shows?: (soFar: Answer<Data>) => void, // of what has `@defer`: called while some of it is to come
) => Promise<Answer<Data>>;

/** Asks as the holder of the token; `purpose` is why, which employees and systems must say. */
export function asker(url: string, token: string, purpose?: string): Ask {
  const headers = { Authorization: `Bearer ${token}`, ...(purpose ? { 'Innsyn-Purpose': purpose } : {}) };
  const client = new Client({ url, exchanges: [fetchExchange], preferGetMethod: false, fetchOptions: { headers } });
  return async (document, variables, shows) => {
    const context = TRUSTED ? { fetch: byHash(document) } : {};
    const changes = document.definitions.some((each) => 'operation' in each && each.operation === 'mutation');
    const asked = changes ? client.mutation(document, variables, context) : client.query(document, variables, context);
    const watched = shows && asked.subscribe((result) => result.hasNext && shows(read(result, url)));
    const answer = read(await asked, url);
    watched?.unsubscribe(); // or urql would answer the next such question by this answer
    return answer;
  };
}

function read<Data>({ data, error, extensions }: OperationResult<Data>, url: string): Answer<Data> {
  const [first] = error?.graphQLErrors ?? [];
  if (data) return { data, closed: extensions?.access ?? [], ...(first ? { ended: String(first.extensions.code) } : {}) };
  if (first?.extensions.code) return { refused: String(first.extensions.code), message: first.message };
  return { refused: 'UNREACHABLE', message: `no GraphQL server answers at ${url}: ${error?.networkError?.message ?? first?.message ?? 'no data'}` };
}

/** Sends the hash of the document in place of its text. */
function byHash(document: object): typeof fetch {
  const { hash } = (document as { __meta__: { hash: string } }).__meta__;
  return (url, init) => {
    const { query: _, ...rest } = JSON.parse(String(init?.body));
    return fetch(url, { ...init, body: JSON.stringify({ ...rest, documentId: `sha256:${hash}` }) });
  };
}
