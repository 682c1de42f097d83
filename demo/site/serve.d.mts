export interface Served {
  readonly url: string;
  close(): Promise<void>;
}
export function serveSite(options: {
  port: number;
  endpointUrl: string;
  filesUrl: string;
  outboxUrl: string;
}): Promise<Served>;
export function serveFiles(options: { port: number; folder: string }): Promise<Served>;
