import { sheetOf } from '../shared/sheet.ts';

export const sheet = sheetOf(`
  :host {
    all: initial !important;
    display: block !important;
    margin-block: 16px !important;
    color-scheme: light !important;
    color: #1d2321 !important;
    font: 16px/1.5 system-ui, sans-serif !important;
  }
  section {
    padding: 20px 24px;
    border: 1px solid #9db3ae;
    border-block-start: 6px solid #0b6b63;
    border-radius: 12px;
    background: #f6faf9;
  }
  h2, h3, p, ul { margin: 0; padding: 0; }
  h2 { font-size: 20px; line-height: 1.3; text-wrap: balance; }
  h3 { margin-block-start: 20px; font-size: 16px; }
  h2 + p { color: #4a5653; font-size: 14px; }
  ul { display: grid; gap: 12px; margin-block-start: 8px; list-style: none; }
  li { display: grid; gap: 6px; padding-inline-start: 14px; border-inline-start: 4px solid #9db3ae; }
  .broken li { border-color: #a3271f; }
  .risky li { border-color: #b26a00; }
  .fine li { border-color: #0b6b63; }
  .fine strong { font-weight: 400; }
  details { margin-block-start: 20px; }
  summary { font-weight: 600; cursor: pointer; min-block-size: 32px; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
  section > .row { margin-block-start: 20px; }
  code {
    flex: 1 1 240px;
    min-inline-size: 0;
    padding: 10px 12px;
    border-radius: 8px;
    background: #e6efed;
    font: 14px/1.5 ui-monospace, monospace;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  button {
    min-block-size: 44px;
    padding: 4px 16px;
    border: 1px solid #5d716c;
    border-radius: 8px;
    background: #fff;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  :focus-visible { outline: 3px solid #0b6b63; outline-offset: 2px; }
`);
