export * from './endpoint.ts';
export * from './http-endpoint.ts';
