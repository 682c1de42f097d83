/** A longer form of nobody's: `<myo-visit-forms>` asks an endpoint for one, and here the page itself answers. */
const address = 'https://sample.invalid/clinics/none';

const option = (code, display) => ({ valueCoding: { code, display } });
const questionnaire = {
  resourceType: 'Questionnaire',
  url: `${address}/Questionnaire/before-your-visit`,
  version: '1',
  status: 'active',
  title: 'A little more about you',
  item: [
    {
      linkId: 'days',
      type: 'group',
      text: 'Your days',
      item: [
        { linkId: 'work', type: 'string', text: 'What do you do most of the day?' },
        {
          linkId: 'sleep',
          type: 'choice',
          required: true,
          text: 'How do you sleep?',
          answerOption: [option('well', 'Well'), option('so-so', 'So-so'), option('badly', 'Badly')],
        },
      ],
    },
    {
      linkId: 'office',
      type: 'group',
      text: 'For our office',
      item: [{ linkId: 'insurance', type: 'string', text: 'Your health insurance, if it pays for this' }],
    },
  ],
};

/** Stands in for an endpoint; what is saved stays on the page. */
export function sampleForms() {
  const form = { questionnaire };
  const real = globalThis.fetch;
  globalThis.fetch = async (resource, init) => {
    if (!String(resource).startsWith(address)) return real(resource, init);
    if (init?.body) Object.assign(form, JSON.parse(await new Response(init.body).text()));
    return Response.json({ forms: [form] });
  };
  return address;
}
