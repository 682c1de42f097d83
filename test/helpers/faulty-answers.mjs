/** Answers that an endpoint should never give, by the first segment of the path: `/faulty/html/catalog`. */
const answers = {
  html: [200, 'text/html', '<!doctype html><title>Welcome to nginx</title>'],
  cut: [200, 'application/json', '{"contract":"1","cli'],
  wrong: [200, 'application/json', '{"contract":"1","clinic":{"id":5},"services":[]}'],
  crash: [500, 'text/html', '<h1>Internal Server Error</h1>'],
  stack: [503, 'application/problem+json', '{"type":"about:blank","title":"Down"}', { 'Retry-After': '30' }],
  many: [429, 'application/problem+json', '{"type":"https://x.example/problems/rate-limited"}', { 'Retry-After': '7' }],
  work: [409, 'application/problem+json', '{"type":"https://x.example/problems/in-progress"}', { 'Retry-After': '1' }],
  taken: [
    409,
    'application/problem+json',
    '{"type":"https://x.example/problems/slot-taken","detail":"Gone.","taken":["s"]}',
  ],
  bare: [404, 'text/plain', 'nothing here'],
};

/** Serves them on the tests' own server. */
export async function faultyAnswers(context, next) {
  const [, root, name] = context.path.split('/');
  const answer = root === 'faulty' && answers[name];
  if (!answer) return next();
  const [status, type, body, headers = {}] = answer;
  context.status = status;
  context.set({ 'Content-Type': type, ...headers });
  context.body = body;
}
