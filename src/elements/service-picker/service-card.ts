import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Location, Service } from '../../contract/index.ts';
import { isAssessment, lowestPrice, placesOf, type Family } from '../../domain/services.ts';
import type { ServicePicker } from './service-picker.ts';

interface Card {
  readonly family: Family;
  readonly index: number;
  /** Whether it is for what the patient looks for. */
  readonly fits: boolean;
  readonly pick: (service: Service, addOnIds?: readonly string[], location?: string) => void;
}

/** One treatment: its radio, what it costs, and once it is picked what can be added to it. */
export function serviceCard(picker: ServicePicker, { family, index, fits, pick }: Card) {
  const words = picker.text.service;
  const picked = family.find(({ id }) => id === picker.value);
  const hidden = !fits && !picked;
  const service = picked ?? family[0];
  const shown: Family = picked ? [picked] : family;
  const name = isAssessment(family) && !service.name.includes('?') ? words.notSure(service.name) : service.name;
  return html`
    <div part="service ${picked ? 'selected' : ''}" ?hidden=${hidden}>
      <div class="title">
        <label part="name">
          <input
            type="radio"
            name="service"
            aria-describedby="error about${index} facts${index}"
            ?disabled=${hidden}
            .checked=${live(!!picked)}
            @change=${() => pick(service)}
          />
          <span>${name}</span>
        </label>
        <span part="price">${priceOf(picker, shown)}</span>
      </div>
      <div class="close" id="about${index}">
        ${service.summary ? html`<p part="hint">${service.summary}</p>` : nothing}
        ${service.newPatients ? nothing : html`<p part="hint">${words.returningOnly}</p>`}
        ${fits ? nothing : html`<p part="hint">${words.picked}</p>`}
      </div>
      ${family.length > 1 ? lengths(picker, { family, index, name, hidden, pick }) : nothing}
      <p part="hint" class="facts" id="facts${index}">
        ${family.length > 1 ? nothing : html`<bdi>${picker.format.minutes(service.minutes)}</bdi>`}
        ${promise(picker, shown)}
      </p>
      ${picked ? [addOns(picker, picked, pick), places(picker, picked, pick)] : nothing}
    </div>
  `;
}

function priceOf({ text, format }: ServicePicker, family: Family) {
  const lowest = lowestPrice(family);
  if (!lowest) return nothing;
  return lowest.more ? text.shared.from(format.money(lowest.price)) : format.money(lowest.price);
}

/** When the first time is free; while that is being asked, an empty line of the same height. */
function promise({ text, format, firstFree, today }: ServicePicker, family: Family) {
  if (Object.keys(firstFree).length === 0) return nothing;
  const remotes = family.map(({ id }) => firstFree[id]);
  const loaded = remotes.flatMap((remote) => remote?.value ?? []);
  const [first] = loaded.flatMap((value) => value.first?.start ?? []).toSorted();
  if (first) return html`<bdi>${text.service.firstFree(format.nearDay(first, today), format.time(first))}</bdi>`;
  if (remotes.some((remote) => remote?.status !== 'loaded' && remote?.status !== 'failed'))
    return html`<bdi class="pending"></bdi>`;
  return loaded.length === family.length ? html`<bdi>${text.service.nothingFree}</bdi>` : nothing;
}

function lengths(
  { text, format, value }: ServicePicker,
  { family, index, name, hidden, pick }: Omit<Card, 'fits'> & { readonly name: string; readonly hidden: boolean },
) {
  return html`
    <fieldset>
      <legend class="unseen">${text.service.howLong(name)}</legend>
      <div class="row">
        ${family.map(
          (service) => html`<label part="chip ${service.id === value ? 'selected' : ''}">
            <input
              class="unseen"
              type="radio"
              name="length${index}"
              ?disabled=${hidden}
              .checked=${live(service.id === value)}
              @change=${() => pick(service)}
            />
            <bdi>${format.minutes(service.minutes)}</bdi>
          </label>`,
        )}
      </div>
    </fieldset>
  `;
}

function addOns({ text, format, addOnIds }: ServicePicker, service: Service, pick: Card['pick']) {
  if (service.addOns.length === 0) return nothing;
  const toggled = (id: string) =>
    addOnIds.includes(id) ? addOnIds.filter((other) => other !== id) : [...addOnIds, id];
  return html`
    <fieldset class="extra">
      <legend part="subheading">${text.service.addOns}</legend>
      ${service.addOns.map(
        ({ id, name, minutes, price }) => html`<label class="option">
          <input type="checkbox" .checked=${live(addOnIds.includes(id))} @change=${() => pick(service, toggled(id))} />
          <span>
            ${name}
            <small>${[minutes && format.minutes(minutes), price && format.money(price)]
              .filter(Boolean)
              .map((more) => `+\u00a0${more}`)
              .join(', ')}</small>
          </span>
        </label>`,
      )}
    </fieldset>
  `;
}

/** Where to come: a choice where there is one, else the place that the patient could not guess. */
function places({ text, locations, location }: ServicePicker, service: Service, pick: Card['pick']) {
  const possible = placesOf(service, locations);
  if (locations.length < 2) return nothing;
  if (possible.length < 2) return html`<p part="hint">${possible.map(addressed)}</p>`;
  const option = (id: string, words: string) => html`<label class="option">
    <input type="radio" name="place" .checked=${live(id === location)} @change=${() => pick(service, undefined, id)} />
    <span>${words}</span>
  </label>`;
  return html`
    <fieldset class="extra">
      <legend part="subheading">${text.service.where}</legend>
      ${option('', text.service.anyPlace(possible.length))} ${possible.map((place) => option(place.id, addressed(place)))}
    </fieldset>
  `;
}

const addressed = ({ name, address }: Location) => [name, address].filter(Boolean).join(', ');
