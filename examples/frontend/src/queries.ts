// What the page asks. Documents are fixed and values stand in variables, so that the server plans each of them once.
import { graphql } from './gql';

export const CARD = graphql(`
  fragment Card on Person {
    id
    name { full }
    birthDate
    phone
    addresses { street postalCode city }
  }
`);

export const LOOK_UP = graphql(`
  query LookUp($id: ID!) {
    person(id: $id) {
      ...Card
      access { decision denials { code message(language: EN) overridable } }
    }
  }
`);

export const RELATIVES = graphql(`
  fragment Relatives on Person { family(first: 0) { totalCount } }
`);

export const VIEW = graphql(`
  query View($id: ID!) {
    person(id: $id) { id ...Card ...Relatives @defer(label: "relatives") }
  }
`);

export const SEARCH = graphql(`
  query Search($text: String!) {
    search(text: $text, kinds: [PERSON], first: 5) { edges { node { __typename id ...Card } } }
  }
`);

export const PAGE = graphql(`
  query Family($id: ID!, $after: String) {
    person(id: $id) {
      id
      family(first: 2, after: $after) {
        edges { relation node { id name { full } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const WHY = graphql(`
  query Why($id: ID!) {
    access(subject: $id, type: PERSON) { decision grants { rule text(language: EN) basis } denials { code message(language: EN) } }
  }
`);

export const CHECK = graphql(`
  query Check($ids: [ID!]!) { checkAccess(subjects: $ids) { subject decision denials { code } } }
`);

export const OVERRIDE = graphql(`
  mutation Override($id: ID!, $reason: String!, $lastDay: Date!) {
    override(subject: $id, reason: $reason, lastDay: $lastDay) { override { id } problems { code message(language: EN) path } }
  }
`);

export const END = graphql(`
  mutation End($id: ID!) { endOverride(override: $id) { problems { code message(language: EN) path } } }
`);

export const NOTICES = graphql(`
  query Notices { viewer { kind notices(first: 5) { totalCount edges { node { id day text(language: EN) } } } } }
`);

export const TWO_KEYS = graphql(`
  query TwoKeys($id: ID!, $nin: String!) { person(id: $id, nin: $nin) { id } }
`);
