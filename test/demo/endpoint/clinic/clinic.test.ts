import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkScreening } from '../../../../demo/endpoint/clinic/check-screening.ts';
import { checklistOf } from '../../../../demo/endpoint/clinic/checklist-of.ts';
import { doubtsOf } from '../../../../demo/endpoint/clinic/doubts.ts';
import { loadChecklist } from '../../../../demo/endpoint/clinic/load-checklist.ts';
import { loadClinic, readClinic } from '../../../../demo/endpoint/clinic/load-clinic.ts';
import { defaultChecklist } from '../../../../src/domain/checklist/default/index.ts';
import { openDatabase } from '../../../../demo/endpoint/db/open-database.ts';
import { cedarData, testEndpoint } from '../helpers/endpoint.ts';
import { booking } from '../helpers/patient.ts';

describe('The sample clinic', () => {
  const clinic = loadClinic(fileURLToPath(new URL('../../../../demo/endpoint/clinic/cedar.json', import.meta.url)));

  it('has what patients come for', () => {
    const catalog = clinic.catalogIn('en');
    assert.deepEqual(
      catalog.services.map(({ id }) => id),
      [...Array.from({ length: 10 }, (_, index) => `s${index + 1}`), 's20'],
    );
    assert.equal(catalog.services.filter(({ family }) => family === 'medical').length, 3);
    assert.equal(catalog.therapists.length, 6);
    for (const { price, summary, symptoms, screening } of catalog.services)
      assert.ok(price && summary && symptoms.length > 0 && screening.length > 0);
  });

  it('speaks Spanish in every sentence', () => {
    const [english, spanish] = [clinic.catalogIn('en'), clinic.catalogIn('es')];
    english.services.forEach(({ summary }, index) => assert.notEqual(spanish.services[index]?.summary, summary));
    english.therapists.forEach(({ bio }, index) => assert.notEqual(spanish.therapists[index]?.bio, bio));
    english.policy.consents.forEach(({ text }, index) => assert.notEqual(spanish.policy.consents[index]?.text, text));
  });

  it('keeps to itself where its therapists read their mail', () =>
    assert.doesNotMatch(JSON.stringify(clinic.catalogIn('en').therapists), /@/));

  it('asks the default checklist', () =>
    assert.match(loadChecklist(defaultChecklist, clinic.languages).canonical, /\|/));
});

describe('A clinic that is not right', () => {
  const scan = { linkId: 'scan', type: 'attachment', text: 'Your scan' };
  const goal = { linkId: 'goal', type: 'string', text: 'What would you like to do again?' };
  const form = (questionnaire: object, services?: readonly string[]) => ({
    ...(services && { services }),
    questionnaire: {
      resourceType: 'Questionnaire',
      url: 'https://cedar.example/Questionnaire/before-your-visit',
      version: '1',
      status: 'active',
      item: [goal],
      ...questionnaire,
    },
  });
  const mistakes: readonly (readonly [RegExp, (data: ReturnType<typeof cedarData>) => void])[] = [
    [/\/clinic\/phone/, (data) => delete data.clinic.phone],
    [/\/services\/0\/minutes/, (data) => (data.services[0].minutes = '30')],
    [/\/services\/1\/id: "s1" is twice/, (data) => (data.services[1].id = 's1')],
    [/\/services\/0\/id: must not contain "~"/, (data) => (data.services[0].id = 's~1')],
    [/\/services\/0\/roomKind/, (data) => (data.services[0].roomKind = 'garden')],
    [/\/services\/10\/screening: has what none of its parts has/, (data) => data.services[10].screening.push('hot')],
    [/\/services\/0\/parts/, (data) => (data.services[0].parts = [{ serviceId: 's2' }])],
    [/\/therapists\/0\/serviceIds\/0: there is no service "s99"/, (data) => (data.therapists[0].serviceIds[0] = 's99')],
    [/\/therapists\/0\/roster\/0: "from" must be before "to"/, (data) => (data.therapists[0].roster[0].to = '07:00')],
    [/\/therapists\/0\/roster\/1: nobody works twice/, (data) => (data.therapists[0].roster[1].days = [1])],
    [/\/rooms\/0\/locationId\/0: there is no location "l9"/, (data) => (data.rooms[0].locationId = 'l9')],
    [/\/clinic\/timeZone: no IANA time zone/, (data) => (data.clinic.timeZone = 'Denver')],
    [/\/messages\/remindHoursBefore\/0/, (data) => (data.messages.remindHoursBefore = [0])],
    [/\/messages\/managePage/, (data) => (data.messages.managePage = 'javascript:alert(1)')],
    [/\/messages\/managePage/, (data) => (data.messages.managePage = 'https://cedar.example/#mine')],
    [/\/messages\/sender\/email/, (data) => (data.messages.sender.email = 'desk@cedar.example\r\nBcc: x@y.zz')],
    [/\/messages\/afterVisit\/consent\/0: there is no consent/, (data) => (data.messages.afterVisit.consent = 'no')],
    [/\/waitlist: needs \/messages\/bookingPage/, (data) => delete data.messages.bookingPage],
    [
      /\/policy\/fields\/0\/pattern: no regular/,
      (data) => (data.policy.fields = [{ id: 'f', label: 'F', pattern: '[' }]),
    ],
    [
      /\/policy\/fields\/0\/pattern: no regular/,
      (data) => (data.policy.fields = [{ id: 'f', label: 'F', pattern: '(a|a)*' }]),
    ],
    [
      /\/policy\/fields\/1\/id: "f" is twice/,
      (data) => (data.policy.fields = [1, 2].map(() => ({ id: 'f', label: 'F' }))),
    ],
    [/\/therapists\/0\/email/, (data) => (data.therapists[0].email = 'ana')],
    [/\/forms\/0\/services\/0: there is no service "s99"/, (data) => (data.forms = [form({}, ['s99'])])],
    [/\/forms\/0\/questionnaire: .*scan/, (data) => (data.forms = [form({ item: [scan] })])],
    [
      /\/forms\/0\/questionnaire: only the checklist screens/,
      (data) => (data.forms = [form({ extension: [{ url: 'https://myo-booking.example/fhir/screening-services' }] })]),
    ],
    [/\/forms\/1\/questionnaire: .*\|1 is twice/, (data) => (data.forms = [form({}), form({})])],
    [/\/closures\/0: "from" is after "to"/, (data) => (data.closures[0].to = '2020-01-01')],
  ];
  for (const [expected, change] of mistakes)
    it(`is refused with ${expected.source}`, () => {
      const data = cedarData();
      change(data);
      assert.throws(() => readClinic(data), expected);
    });

  it('is refused with a translation of what it does not say', () =>
    assert.throws(
      () => readClinic(cedarData(), { es: { '/services/s77/name': 'Nada' } }),
      /es: there is no text at \/services\/s77\/name/,
    ));

  it('is refused with a checklist that is not understood', () => {
    const item = [{ linkId: 'scan', type: 'attachment', text: 'Your scan' }];
    assert.throws(() => loadChecklist({ ...defaultChecklist, item }, ['en']), /scan/);
  });
});

describe('A checklist whose rules nobody would read', () => {
  const rule = {
    url: 'https://clinic.example/fhir/screening-outcome',
    extension: [{ url: 'outcome', valueCode: 'adapt' }],
  };
  const only = { url: 'https://clinic.example/fhir/screening-services', valueCode: 'deep' };
  const answer = { valueCoding: { code: 'yes' } };
  const question = (more: object) => ({
    linkId: 'clot',
    type: 'choice',
    text: 'A clot?',
    answerOption: [answer],
    ...more,
  });
  const concepts = {
    resourceType: 'ValueSet',
    id: 'v',
    compose: { include: [{ concept: [{ code: 'yes', extension: [rule] }] }] },
  };
  const byConcepts = { linkId: 'clot', type: 'choice', text: 'A clot?', answerValueSet: '#v' };

  /** Where it stands, what is beside the items, the item, and whether it is read there. */
  const places: readonly (readonly [string, object, { readonly linkId: string }, boolean])[] = [
    ['at a question', {}, question({ extension: [rule, only] }), true],
    ['at an answer', {}, question({ answerOption: [{ ...answer, extension: [rule] }] }), true],
    ['at a concept', { contained: [concepts] }, byConcepts, true],
    ['at a coding', {}, question({ answerOption: [{ valueCoding: { code: 'yes', extension: [rule] } }] }), false],
    ['at the text of a question', {}, question({ _text: { extension: [rule] } }), false],
    ['at the Questionnaire', { extension: [rule] }, question({}), false],
    ['for some services, at an answer', {}, question({ answerOption: [{ ...answer, extension: [only] }] }), false],
  ];
  for (const [name, more, item, isRead] of places)
    it(`is ${isRead ? 'taken' : 'refused'} with a rule ${name}`, () => {
      const loads = () => loadChecklist({ ...defaultChecklist, ...more, item: [item] }, ['en']);
      if (isRead) assert.doesNotThrow(loads);
      else assert.throws(loads, /misplaced screening-(outcome|services): nobody reads a rule that stands here/);
    });
});

describe('A checklist that would not screen what is offered', () => {
  const questions = loadChecklist(defaultChecklist, ['en']).questionnaireIn('en');
  /** Codes of a treatment, of what is added to it, and what is said of the two; nothing where they go together. */
  const cases: readonly (readonly [readonly string[], readonly string[], RegExp | undefined])[] = [
    [['all', 'deep'], ['hot'], undefined],
    [['all', 'scar'], ['hot'], undefined],
    [['pt'], ['hot'], /a rule of "numb" is about it, and that question is not asked/],
    [['pt'], ['all', 'hot'], undefined],
    [['hot'], [], /a rule of "numb" is about it, and that question is not asked/],
    [['all'], ['scar'], /keeps a rule of "surgery-date" from another/],
    [['all'], ['mld'], /keeps a rule of "lymph" from another/],
  ];
  for (const [screening, added, said] of cases)
    it(`is ${said ? 'refused' : 'taken'} for ${screening} with ${added}`, () => {
      const data = cedarData();
      const [service] = data.services;
      Object.assign(service, { screening, addOns: [{ ...service.addOns[0], screening: added }] });
      const problems = checkScreening(readClinic(data).data, questions).filter((one) => one.includes('/services/0/'));
      if (said) assert.match(problems.join('\n'), said);
      else assert.deepEqual(problems, []);
    });

  it('is refused for a visit of which one part spares what holds for the other', () => {
    const data = cedarData();
    const visit = data.services.find(({ parts }: { parts?: unknown }) => parts);
    const [massage] = visit.parts.map(({ serviceId }: { serviceId: string }) =>
      data.services.find(({ id }: { id: string }) => id === serviceId),
    );
    massage.screening = ['all'];
    const other = data.services.find(({ screening }: { screening: string[] }) => screening.includes('scar'));
    visit.parts[1].serviceId = other.id;
    visit.screening = ['all', 'scar'];
    visit.minutes = massage.minutes + other.minutes;
    assert.match(checkScreening(readClinic(data).data, questions).join('\n'), /keeps a rule of "surgery-date"/);
  });

  it('keeps the server from starting, and is said by the command', () => {
    const data = cedarData();
    delete data.checklist;
    data.services[0].screening = ['hot'];
    assert.throws(() => checklistOf(readClinic(data), () => {}), /The checklist of cedar does not screen it/);
  });
});

describe('A doubt', () => {
  const questions = loadChecklist(defaultChecklist, ['en']).questionnaireIn('en');
  const doubts: readonly (readonly [string, string, (data: ReturnType<typeof cedarData>) => void])[] = [
    [
      'a code of a service',
      'no health question knows the screening code "relaks" of /services/3',
      (data) => (data.services[3].screening = ['all', 'relaks']),
    ],
    [
      'a code of an add-on',
      'no health question knows the screening code "heat" of /services/0/addOns/0',
      (data) => (data.services[0].addOns[0].screening = ['heat']),
    ],
    [
      'a question to phone about',
      'there is no health question "clots" as in /policy/phoneFirst',
      (data) => (data.policy.phoneFirst = ['clots']),
    ],
    [
      'an age that need not be told',
      'nobody under 18 is asked for a guardian unless /policy/details/birthDate is "required"',
      (data) => (data.policy.details.birthDate = 'optional'),
    ],
  ];
  for (const [name, said, change] of doubts)
    it(`is said of ${name}`, () => {
      const written = cedarData();
      change(written);
      const { data } = readClinic(written);
      assert.deepEqual(doubtsOf(data, questions), [said]);
    });

  it('is nothing of the sample clinic', () => assert.deepEqual(doubtsOf(readClinic(cedarData()).data, questions), []));
});

describe('A clinic’s file', () => {
  let folder = '';
  before(() => (folder = mkdtempSync(join(tmpdir(), 'myo-clinic-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const sample = readFileSync(new URL('../../../../demo/endpoint/clinic/cedar.json', import.meta.url), 'utf8');
  const write = (text: string, name = 'clinic.json') => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };
  /** The line on which a text stands, and stands first. */
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

  const mistakes: readonly (readonly [written: string, instead: string, said: string])[] = [
    ['"timeZone": "America/Denver"', '"timeZone" "America/Denver"', 'a colon is missing before this'],
    ['"name": "Ben Kowalski",', '"name": "Ben Kowalski', 'a text lacks its closing quote'],
    ['"name": "Ben Kowalski",', '"name": "Ben", "name": "Ben",', '"name" is there twice'],
    ['"minutes": 75,', '"minutes": "75",', '/services/7/minutes: expected number, found "75"'],
    ['"roomKind": "heat",', '"roomKind": "sauna",', '/services/7/roomKind: no room is of this kind'],
    ['"name": "Hot stone massage",', '"nam": "Hot stone massage",', '/services/7/name: is missing'],
    ['"timeOff": [', '"timeoff": [', '/therapists/2/timeoff: nobody reads this; is it misspelt?'],
    ['"closures": [', '"closeures": [', '/closeures: nobody reads this; is it misspelt?'],
    [
      '"serviceIds": ["s9", "s10"]',
      '"serviceIds": ["s9", "s99"]',
      '/therapists/1/serviceIds/1: there is no service "s99"',
    ],
    ['"holdMinutes": 10', '"holdMinutes": 10 /* a kettle takes five */', ''],
  ];
  for (const [written, instead, said] of mistakes)
    it(`with ${instead} ${said ? 'is refused by its line' : 'is read'}`, () => {
      const file = write(sample.replace(written, instead));
      if (!said) return void loadClinic(file);
      // What lacks a name is found where its braces open.
      const line = said.endsWith('missing') ? lineOf(sample, '"id": "s8"') - 1 : lineOf(sample, written);
      assert.throws(
        () => loadClinic(file),
        (error: Error) => error.message.includes(`${file}:${line}: ${said}`) || assert.fail(error.message),
      );
    });

  it('is refused with the line of a translation that is lost', () => {
    const file = write(sample);
    const spanish = write('{\n  "/services/s1/name": "Masaje",\n  "/services/s77/name": "Nada"\n}', 'clinic.es.json');
    assert.throws(() => loadClinic(file), {
      message: `${file} cannot be used:\n  ${spanish}:3: es: there is no text at /services/s77/name`,
    });
    rmSync(spanish);
  });

  it('is written by the guide, and can be booked', async () => {
    const guide = readFileSync(new URL('../../../../demo/endpoint/clinic/README.md', import.meta.url), 'utf8');
    const [, example = ''] = /```jsonc\n([\s\S]+?)```/.exec(guide) ?? [];
    const clinic = loadClinic(write(example, 'willow.json'));
    const database = await openDatabase();
    const sam = testEndpoint(database.db, { clinic }).patient();
    const { slots } = (await sam.looksFor('service=s1&from=2026-12-01&to=2026-12-31')).body;
    assert.ok(slots.length > 20);
    assert.ok(
      slots.every(({ start }: { start: string }) => start < '2026-12-24'),
      'nobody works over Christmas',
    );
    const { token } = (await sam.holds(slots[0].id)).body;
    assert.equal(
      (await sam.books(token, { ...booking(), consents: [{ id: 'treatment', version: '1', signedName: 'Sam' }] }))
        .status,
      201,
    );
    await database.close();
  });
});
