import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { aroundInstants, reads, zoneComponent } from '../../../../demo/endpoint/calendar/zone.ts';

const named = ['UTC', 'US/Mountain', 'Asia/Calcutta', 'Europe/Kiev', 'Etc/GMT+7'];
const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), ...named])];
/** Days on which the clocks of north and south change, once they have; and days on which nothing happens. */
const instants = [
  '2026-12-01T16:00:00Z',
  '2027-03-14T20:00:00Z',
  '2027-03-28T06:00:00Z',
  '2027-04-04T08:00:00Z',
  '2027-07-01T12:00:00Z',
  '2027-10-31T12:00:00Z',
  '2027-11-07T20:00:00Z',
].map((text) => Date.parse(text));

describe('A zone in a calendar file', () => {
  it(`is read as our own clock shows it, in all ${zones.length} zones, under its own name`, () => {
    for (const zone of zones) {
      const written = zoneComponent(zone, instants).toString();
      const read = new ICAL.Component(ICAL.parse(written) as unknown[]);
      assert.equal(read.getFirstPropertyValue('tzid'), zone);
      assert.ok(reads(read, zone, instants), zone);
    }
  });

  it('is written down around the times that are meant where a library knows other rules', () => {
    for (const zone of ['America/Denver', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'])
      assert.ok(reads(aroundInstants(zone, instants), zone, instants), zone);
  });
});
