import { placesOf } from '../../domain/services.ts';
import { ServicePicker } from '../service-picker/service-picker.ts';
import { inForm } from './in-form.ts';

/** `<myo-service-picker>` in a page's own form: its name brings the treatment, `-add-on` and `-location` the rest. */
export const ServiceField = inForm(ServicePicker, {
  pick: 'myo-service-select',
  entries: ({ services, value, addOnIds, locations, location }) => {
    const service = services.find(({ id }) => id === value);
    if (!service) return undefined;
    const added = service.addOns.map(({ id }) => id).filter((id) => addOnIds.includes(id));
    const places = placesOf(service, locations).map(({ id }) => id);
    return { '': [value], '-add-on': added, '-location': places.filter((id) => id === location) };
  },
  words: ({ text }) => text.service.missing,
  restore: (picker, value, entries) => {
    picker.value = value;
    picker.addOnIds = entries['-add-on'] ?? [];
    picker.location = entries['-location']?.[0] ?? '';
  },
});
export type ServiceField = InstanceType<typeof ServiceField>;
