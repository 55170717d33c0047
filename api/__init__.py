"""The GraphQL face and the HTTP server; alone knows Strawberry."""
