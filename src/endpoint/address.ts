/** Why an address cannot be a booking endpoint, in one sentence for the web admin; undefined where it can. */
export function wrongAddress(endpoint: string | null, page: string): string | undefined {
  const hint = 'It should look like data-endpoint="https://booking.example/clinics/cedar".';
  if (!endpoint?.trim()) return `myo-booking: the address of the booking endpoint is missing. ${hint}`;
  const url = parse(endpoint, page);
  if (!url || !/^https?:$/.test(url.protocol)) return `myo-booking: "${endpoint}" is not a web address. ${hint}`;
  return undefined;
}

function parse(address: string, base: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
