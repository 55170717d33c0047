// Nothing is kept in the browser: what is asked and answered here is about people.
const forgetful = { getItem: () => null, setItem() {}, removeItem() {}, clear() {}, length: 0 };

const place = document.getElementById("graphiql");
ReactDOM.createRoot(place).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultTabs: JSON.parse(place.dataset.tabs),
    defaultEditorToolsVisibility: "headers",
    shouldPersistHeaders: false,
    storage: forgetful,
  }),
);
