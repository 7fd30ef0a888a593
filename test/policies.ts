/** What sites set; beside scripts and connections of the page's own, nothing is needed. `NONCE` stands for the one of the page. */
export const POLICIES: readonly string[] = [
  "default-src 'self'",
  "default-src 'none'; script-src 'self'; connect-src 'self'",
  "default-src 'self'; style-src 'self'; img-src 'none'; font-src 'none'; media-src 'none'; object-src 'none'",
  "script-src 'nonce-NONCE' 'strict-dynamic'; object-src 'none'; base-uri 'none'; style-src 'nonce-NONCE'",
  "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html default",
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  "default-src 'self'; worker-src 'none'; child-src 'none'; manifest-src 'none'; upgrade-insecure-requests",
  "sandbox allow-scripts allow-same-origin allow-forms; default-src 'self'; style-src 'none'",
];
