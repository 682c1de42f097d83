export interface FoundPostgres {
  readonly url: string;
  stop(): Promise<void>;
}
export const usual: string;
export function findPostgres(url?: string): Promise<FoundPostgres | undefined>;
