/** Stands in for the `server-only` marker where no bundler enforces it. */
export {};
