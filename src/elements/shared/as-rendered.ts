/** Lets every radio and box say what was rendered, whatever was pressed: the page may have refused it. */
export function asRendered(root: ParentNode) {
  for (const input of root.querySelectorAll('input')) input.checked = input.defaultChecked;
}
