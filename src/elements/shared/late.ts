import type { ReactiveControllerHost } from 'lit';
import { chunk } from './chunks.ts';
import type { Chunks } from './chunks.types.ts';

type Loading<Module> = Promise<Module> & { module?: Module };
const loading: { [Name in keyof Chunks]?: Loading<Chunks[Name]> } = {};

/**
 * What comes in a file of its own, once it is there; the element then renders again. Until then, and for ever where it
 * cannot be loaded, it is undefined, and the element does without.
 */
export function late<Name extends keyof Chunks>(host: ReactiveControllerHost, name: Name) {
  const file: Loading<Chunks[Name]> = (loading[name] ??= chunk(name) as never);
  if (!file.module)
    file.then(
      (module) => {
        file.module = module;
        host.requestUpdate();
        return undefined;
      },
      () => {},
    );
  return file.module;
}
