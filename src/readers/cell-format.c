/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cell-format.h"

#include <math.h>
#include <string.h>

#include "date.h"
#include "maxima.h"

#define DAY_SECONDS 86400
#define LAST_DAY 109000  /* in the year 2198 */
#define DIGITS_MOST 15.0 /* as many as a double keeps */

/* What a section of a format shows */
typedef struct {
	const char *from, *to;
	unsigned whole, decimals; /* digits at least before the point, and behind it */
	unsigned thousands;       /* that the number is divided by */
	bool day, month, year, hour, minute, elapsed;
	bool words; /* letters that are shown as they are */
	bool digits, grouped, percent, general, odd;
} Section;

typedef struct {
	DdDate date;
	int hour, minute, second;
	int64_t hours; /* all of them */
} Moment;

const char *
dd_cell_format_built_in(unsigned number)
{
	static const char *const codes[] = {
		[1] = "0",
		[2] = "0.00",
		[3] = "#,##0",
		[4] = "#,##0.00",
		[5] = "#,##0",
		[6] = "#,##0",
		[7] = "#,##0.00",
		[8] = "#,##0.00",
		[9] = "0%",
		[10] = "0.00%",
		[14] = "dd/mm/yyyy",
		[15] = "dd/mm/yyyy",
		[16] = "dd/mm",
		[17] = "mm/yyyy",
		[18] = "hh:mm",
		[19] = "hh:mm",
		[20] = "hh:mm",
		[21] = "hh:mm",
		[22] = "dd/mm/yyyy hh:mm",
		[37] = "#,##0",
		[38] = "#,##0",
		[39] = "#,##0.00",
		[40] = "#,##0.00",
		[41] = "#,##0",
		[42] = "#,##0",
		[43] = "#,##0.00",
		[44] = "#,##0.00",
		[45] = "hh:mm",
		[46] = "[h]:mm",
		[47] = "hh:mm",
	};
	return number < G_N_ELEMENTS(codes) ? codes[number] : NULL;
}

/*
 * One step through a format: a run of one letter ("mmm"), a word in quotes, a stretch in brackets, a single sign.
 * @kind_out: the letter in small, '"' for what is shown as it is, '[' for brackets, 0 for what takes no place
 */
static const char *
next_token(const char *at, const char *end, char *kind_out, const char **text_out, size_t *len_out)
{
	*text_out = at;
	*len_out = 1;
	if (*at == '"' || *at == '[') {
		const char *close = memchr(at + 1, *at == '"' ? '"' : ']', (size_t)(end - at - 1));
		const char *stop = close != NULL ? close : end;
		*kind_out = *at;
		*text_out = at + 1;
		*len_out = (size_t)(stop - at - 1);
		return close != NULL ? close + 1 : end;
	}
	if ((*at == '\\' || *at == '_' || *at == '*') && end - at > 1) {
		const char *next = MIN(g_utf8_next_char(at + 1), end);
		*kind_out = *at == '\\' ? '"' : 0;
		*text_out = at + 1;
		*len_out = (size_t)(next - at - 1);
		return next;
	}
	if (end - at >= 5 && g_ascii_strncasecmp(at, "AM/PM", 5) == 0) {
		*kind_out = 0; /* 24 hours are shown */
		return at + 5;
	}
	const char *next = g_utf8_next_char(at);
	*kind_out = (char)(*at & 0x80 ? '"' : g_ascii_tolower(*at));
	if (g_ascii_isalpha(*at)) {
		while (next < end && g_ascii_tolower(*next) == *kind_out)
			next++;
	}
	next = MIN(next, end);
	*len_out = (size_t)(next - at);
	return next;
}

/* Returns: the section for a value: positive; negative; zero. @plain_out: FALSE when it says the sign itself */
static void
find_section(const char *code, double value, Section *out, bool *own_sign_out)
{
	const char *end = code + strlen(code);
	const char *starts[4] = {code}, *ends[4] = {end};
	size_t n = 1;
	for (const char *at = code; at < end;) {
		char kind;
		const char *text;
		size_t len;
		const char *token = at;
		at = next_token(at, end, &kind, &text, &len);
		if (kind != ';')
			continue;
		ends[n - 1] = token;
		if (n == G_N_ELEMENTS(starts))
			break;
		starts[n] = at;
		ends[n++] = end;
	}
	size_t which = value < 0 && n > 1 ? 1 : value == 0 && n > 2 ? 2 : 0;
	*own_sign_out = which == 1;
	*out = (Section){.from = starts[which], .to = ends[which]};
}

static bool
has_letter(const char *text, size_t len)
{
	for (const char *at = text; at < text + len; at = g_utf8_next_char(at)) {
		if (g_unichar_isalpha(g_utf8_get_char(at)))
			return true;
	}
	return false;
}

static void
look_at_letter(Section *section, char kind, size_t len, bool minute)
{
	section->day = section->day || kind == 'd';
	section->year = section->year || kind == 'y' || kind == 'e';
	section->hour = section->hour || kind == 'h';
	if (kind == 'm' && minute && len <= 2)
		section->minute = true;
	else if (kind == 'm')
		section->month = true;
}

static void
look_at_digit(Section *section, char kind, bool *behind_point, unsigned *commas)
{
	if (kind == '.') {
		*behind_point = true;
		return;
	}
	if (kind == ',') {
		++*commas;
		return;
	}
	section->grouped = section->grouped || (*commas > 0 && !*behind_point);
	*commas = 0;
	section->digits = true;
	if (*behind_point)
		section->decimals += section->decimals < DIGITS_MOST ? 1 : 0;
	else if (kind == '0')
		section->whole += section->whole < DIGITS_MOST ? 1 : 0;
}

/* 'm' is a minute behind an hour or before a second. */
static bool
is_minute(const char *at, const char *end, char before)
{
	while (at < end && (*at == ':' || *at == '.' || *at == ' '))
		at++;
	return before == 'h' || (at < end && (*at == 's' || *at == 'S'));
}

/* Finds out what the section shows. */
static void
look(Section *section)
{
	char before = 0; /* the last letter */
	bool behind_point = false;
	unsigned commas = 0;
	for (const char *at = section->from; at < section->to;) {
		char kind;
		const char *text;
		size_t len;
		at = next_token(at, section->to, &kind, &text, &len);
		if (kind == '"') {
			section->words = section->words || has_letter(text, len);
		} else if (kind == '[') {
			bool is_elapsed = len > 0 && strspn(text, "hHmMsS") >= len;
			section->elapsed = section->elapsed || is_elapsed;
			before = is_elapsed ? (char)g_ascii_tolower(*text) : before;
		} else if (kind != 0 && strchr("0#?.,", kind) != NULL) {
			look_at_digit(section, kind, &behind_point, &commas);
		} else if (kind == '%') {
			section->percent = true;
		} else if (kind == 'g' && (size_t)(section->to - text) >= 7 &&
			   g_ascii_strncasecmp(text, "General", 7) == 0) {
			section->general = true;
			at = text + 7;
		} else if (kind == '/' || (kind == 'e' && section->digits)) {
			section->odd = section->odd || section->digits; /* a fraction, a power of ten */
		} else if (kind != 0 && strchr("dmyhse", kind) != NULL) {
			look_at_letter(section, kind, len,
				kind == 'm' && is_minute(at, section->to, before));
			before = kind;
		}
	}
	section->thousands = behind_point ? 0 : MIN(commas, 4);
}

static bool
is_moment(const Section *section)
{
	return section->day || section->month || section->year || section->hour ||
	       section->minute || section->elapsed;
}

/* Returns: FALSE when the number is no day that the calendar of documents has */
static bool
find_moment(double value, bool is_1904, Moment *out)
{
	if (!(value >= 0) || value > LAST_DAY)
		return false;
	int64_t days = (int64_t)floor(value);
	int64_t seconds = llround((value - (double)days) * DAY_SECONDS);
	days += seconds / DAY_SECONDS;
	seconds %= DAY_SECONDS;
	*out = (Moment){.hour = (int)(seconds / 3600),
		.minute = (int)(seconds / 60 % 60),
		.second = (int)(seconds % 60),
		.hours = days * 24 + seconds / 3600};
	if (is_1904)
		out->date = dd_date_add_days(dd_date_make(1904, 1, 1), (int)days);
	else if (days > 0) /* 1900 is counted as if it had a 29th of February, day 60 */
		out->date = dd_date_add_days(
			dd_date_make(1900, 1, 1), (int)days - (days > 59 ? 2 : 1));
	return days == 0 || dd_date_is_set(out->date);
}

static void
append_moment_token(GString *out, const Moment *moment, char kind, size_t len, bool minute)
{
	int width = len > 1 ? 2 : 1;
	if (kind == 'd' && len <= 2)
		g_string_append_printf(out, "%0*d", width, moment->date.day);
	else if (kind == 'm')
		g_string_append_printf(
			out, "%0*d", width, minute ? moment->minute : moment->date.month);
	else if (kind == 'y' || kind == 'e')
		g_string_append_printf(out, "%d", moment->date.year);
	else if (kind == 'h')
		g_string_append_printf(out, "%0*d", width, moment->hour);
	else if (kind == 's')
		g_string_append_printf(out, "%0*d", width, moment->second);
}

/* "Tháng "m"/"yyyy: words say what the figures are, so they stay as they stand. */
static char *
show_in_words(const Section *section, const Moment *moment)
{
	GString *out = g_string_new(NULL);
	char before = 0;
	for (const char *at = section->from; at < section->to;) {
		char kind;
		const char *text;
		size_t len;
		at = next_token(at, section->to, &kind, &text, &len);
		if (kind == '"' || (kind != 0 && strchr("/-.:, ", kind) != NULL)) {
			g_string_append_len(out, text, (gssize)len);
		} else if (kind != 0 && strchr("dmyehs", kind) != NULL) {
			append_moment_token(out, moment, kind, len,
				kind == 'm' && is_minute(at, section->to, before));
			before = kind;
		}
	}
	return g_string_free(out, FALSE);
}

static char *
show_moment(const Section *section, const Moment *moment)
{
	bool has_day = section->day || section->month || section->year;
	if (section->elapsed && !has_day)
		return g_strdup_printf("%" G_GINT64_FORMAT ":%02d", moment->hours, moment->minute);
	if (section->words && moment->date.year != 0)
		return show_in_words(section, moment);
	GString *out = g_string_new(NULL);
	if (moment->date.year != 0 && section->day)
		g_string_append_printf(out, "%02d/%02d/%d", moment->date.day, moment->date.month,
			moment->date.year);
	else if (moment->date.year != 0 && section->month)
		g_string_append_printf(out, "%02d/%d", moment->date.month, moment->date.year);
	else if (moment->date.year != 0 && section->year)
		g_string_append_printf(out, "%d", moment->date.year);
	if (section->hour || section->minute)
		g_string_append_printf(
			out, "%s%02d:%02d", out->len > 0 ? " " : "", moment->hour, moment->minute);
	return g_string_free(out, FALSE);
}

static char *
show_general(double value)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];
	bool is_whole = value == floor(value) && fabs(value) < 1e15;
	g_ascii_formatd(buffer, sizeof(buffer), is_whole ? "%.0f" : "%.10g", value);
	return g_strdup(buffer);
}

/* Adds the figure with a comma for the point, and a point at each thousand where the format groups. */
static void
append_figure(GString *out, const Section *section, double value)
{
	char buffer[512], form[16];
	g_snprintf(form, sizeof(form), "%%.%uf", section->decimals);
	g_ascii_formatd(buffer, sizeof(buffer), form, value);
	const char *point = strchr(buffer, '.');
	size_t whole = point != NULL ? (size_t)(point - buffer) : strlen(buffer);
	for (size_t i = whole; i < section->whole; i++)
		g_string_append_c(out, '0');
	for (size_t i = 0; i < whole; i++) {
		if (i > 0 && section->grouped && (whole - i) % 3 == 0)
			g_string_append_c(out, '.');
		g_string_append_c(out, buffer[i]);
	}
	if (point != NULL) {
		g_string_append_c(out, ',');
		g_string_append(out, point + 1);
	}
}

static char *
show_figure(const Section *section, double value, bool own_sign)
{
	GString *out = g_string_new(NULL);
	bool done = false;
	double shown = fabs(value) * (section->percent ? 100 : 1) / pow(1000, section->thousands);
	if (value < 0 && !own_sign)
		g_string_append_c(out, '-');
	for (const char *at = section->from; at < section->to;) {
		char kind;
		const char *text;
		size_t len;
		at = next_token(at, section->to, &kind, &text, &len);
		if (kind == '"' || (kind != 0 && strchr("%-+/() $:", kind) != NULL)) {
			g_string_append_len(out, text, (gssize)len);
		} else if (kind != 0 && strchr("0#?", kind) != NULL && !done) {
			append_figure(out, section, shown);
			done = true;
		} else if (kind == 'g' && section->general && !done) {
			g_autofree char *plain = show_general(fabs(value));
			g_string_append(out, plain);
			at = MIN(text + 7, section->to);
			done = true;
		}
	}
	return g_strstrip(g_string_free(out, FALSE));
}

char *
dd_cell_format_show(const char *code, double value, bool is_1904)
{
	Section section;
	Moment moment;
	bool own_sign = false;
	if (!isfinite(value))
		return g_strdup("");
	if (code == NULL || *code == '\0' || strlen(code) > DD_MAX_FORMAT_BYTES ||
		strcmp(code, "@") == 0)
		return show_general(value);
	find_section(code, value, &section, &own_sign);
	look(&section);
	if (is_moment(&section) && !section.digits)
		return find_moment(value, is_1904, &moment) ? show_moment(&section, &moment)
							    : show_general(value);
	bool shows_number = (section.digits && !section.odd) || section.general;
	if (!shows_number && !section.odd && section.words)
		return show_figure(&section, value, own_sign); /* words alone: "không" for zero */
	return shows_number ? show_figure(&section, value, own_sign) : show_general(value);
}

/* Reads @n digits. Returns: the number, -1 when they are none */
static int
read_digits(const char *at, size_t n)
{
	int number = 0;
	for (size_t i = 0; i < n; i++) {
		if (!g_ascii_isdigit(at[i]))
			return -1;
		number = number * 10 + (at[i] - '0');
	}
	return number;
}

char *
dd_cell_format_show_day(const char *iso)
{
	if (strlen(iso) < 10 || iso[4] != '-' || iso[7] != '-')
		return NULL;
	DdDate day = dd_date_make(
		read_digits(iso, 4), read_digits(iso + 5, 2), read_digits(iso + 8, 2));
	if (!dd_date_is_set(day))
		return NULL;
	int hour = strlen(iso) >= 16 && iso[10] == 'T' ? read_digits(iso + 11, 2) : 0;
	int minute = hour >= 0 && strlen(iso) >= 16 && iso[13] == ':' ? read_digits(iso + 14, 2) : 0;
	if (hour <= 0 && minute <= 0)
		return g_strdup_printf("%02d/%02d/%d", day.day, day.month, day.year);
	return g_strdup_printf("%02d/%02d/%d %02d:%02d", day.day, day.month, day.year,
		MAX(hour, 0) % 100, MAX(minute, 0));
}
