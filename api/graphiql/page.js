// Nothing is kept in the browser: what is asked and answered here is about people.
const forgetful = { getItem: () => null, setItem() {}, removeItem() {}, clear() {}, length: 0 };

const place = document.getElementById("graphiql");
const tabs = JSON.parse(place.dataset.tabs);
ReactDOM.createRoot(place).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultTabs: tabs,
    // The first tab shows its variables and headers only when they are given here too.
    variables: tabs[0]?.variables,
    defaultHeaders: tabs[0]?.headers,
    defaultEditorToolsVisibility: "headers",
    shouldPersistHeaders: false,
    storage: forgetful,
  }),
);
