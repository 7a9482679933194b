// SPDX-License-Identifier: GPL-3.0-or-later
// What users read. Each page has its own texts.ts, so that they come with the page; Vietnamese stands first, English beside it.
import { useSettings, type Language } from "../app/settings";

/** Forms of a plural stand with "|" between: English has two, Vietnamese one. {n} and the like are filled in. */
export interface Text {
	vi: string;
	en: string;
}
export type Texts = Readonly<Record<string, Text>>;
export type Values = Readonly<Record<string, string | number>>;

export function defineTexts<T extends Texts>(texts: T): T {
	return texts;
}

/** Gives what @make makes for a language, made at the first use: making one takes longer than writing a thousand numbers with it. */
function once<T>(make: (locale: string) => T): (language: Language) => T {
	const made: Partial<Record<Language, T>> = {};
	return (language) => (made[language] ??= make(language === "vi" ? "vi-VN" : "en-GB"));
}
const pluralRules = once((locale) => new Intl.PluralRules(locale));
const numberFormat = once((locale) => new Intl.NumberFormat(locale));

/** Fills @values into the form of @text that `n` among them asks for. */
export function formatText(text: Text, language: Language, values: Values = {}): string {
	const forms = text[language].split("|");
	const one = forms.length > 1 && typeof values.n === "number" && pluralRules(language).select(values.n) === "one";
	const form = (one ? forms[0] : forms[forms.length - 1]) ?? "";
	return form.replace(/\{(\w+)\}/g, (mark, name: string) => {
		const value = values[name];
		return value === undefined ? mark : typeof value === "number" ? formatNumber(value, language) : value;
	});
}

export function formatNumber(value: number, language: Language): string {
	return numberFormat(language).format(value);
}

export type Translate<T extends Texts> = (key: keyof T, values?: Values) => string;

/** Gives the function that says a text of @texts in the language of the user. */
export function useTexts<T extends Texts>(texts: T): Translate<T> {
	const { language } = useSettings();
	return (key, values) => {
		const text = texts[key];
		return text === undefined ? String(key) : formatText(text, language, values);
	};
}
