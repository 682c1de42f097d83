/** What an endpoint sends to let a page of an origin in. */
export const allowing = (origin: string) =>
  `Access-Control-Allow-Origin: ${origin}\nAccess-Control-Allow-Methods: GET, POST, PUT, DELETE\nAccess-Control-Allow-Headers: Authorization, Content-Type, Idempotency-Key, If-Match`;
