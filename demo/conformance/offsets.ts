/** The offset of a zone's clocks at an instant as RFC 3339 writes it, `-07:00`. */
function offsetAt(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(instant);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.slice(3) || '+00:00';
}

/** What is wrong with a time that should stand in its zone's own offset; undefined where nothing is. */
export function offsetFault(time: string, zone: string): string | undefined {
  const right = offsetAt(Date.parse(time), zone);
  const said = time.slice(19).replace('Z', '+00:00');
  return said === right ? undefined : `${time} should end in ${right}, the offset of ${zone} then`;
}
