/** `adapters/*.json`, joined at build. */
declare module 'virtual:adapters' {
  const adapters: import('./adapters.ts').Adapter[];
  export default adapters;
}

/** `adapters.schema.json`, compiled at build. */
declare module 'virtual:adapter-schema' {
  export default function isAdapter(candidate: unknown): boolean;
}
