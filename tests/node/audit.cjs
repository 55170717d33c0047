// Asks each audit of graphql-http of the server at URL, as the holder of TOKEN, and writes what came of them as JSON.
const { auditServer } = require('graphql-http');

const [url, token] = process.argv.slice(2);
const fetchFn = (address, options = {}) =>
  fetch(address, { ...options, headers: { ...options.headers, authorization: `Bearer ${token}` } });
auditServer({ url, fetchFn }).then((results) =>
  console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason })))),
);
