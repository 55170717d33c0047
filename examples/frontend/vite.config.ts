// One origin for the page and the API, as a proxy makes it in earnest.
import { defineConfig } from 'vite';

export default defineConfig({
  server: { proxy: { '/graphql': process.env.INNSYN ?? 'http://127.0.0.1:8000' } },
  ssr: { noExternal: true },
});
