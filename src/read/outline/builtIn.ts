import bestuursakkoord from './profiles/bestuursakkoord.json';
import diversiteitsplan from './profiles/diversiteitsplan.json';
import stadsproject from './profiles/stadsproject.json';
import visitatierapport from './profiles/visitatierapport.json';
import { readProfile, type OutlineProfile } from './profile';

let known: readonly OutlineProfile[] | null = null;

/** The profiles that come along. They are checked when they are first asked for, like those of users. */
export function builtInProfiles(): readonly OutlineProfile[] {
  known ??= [diversiteitsplan, bestuursakkoord, stadsproject, visitatierapport].map((value) => {
    const profile = readProfile(value);
    if (!profile.ok) throw new TypeError(`built-in profile ${value.id}: ${profile.failure.map(({ path, message }) => `${path} ${message}`).join('; ')}`);
    return profile.value;
  });
  return known;
}
