/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head-names.c: names in capitals put into normal letters; the issuer put together from its lines */
#include <string.h>

#include "head-private.h"
#include "letter.h"
#include "near.h"
#include "syllable.h"
#define FOLD_MAX 160u
#define WORDS_MAX 40u
#define SAMPLE_BYTES 65536u

/* Writes [@text, @len) with the capitals of @model, whose words are as many; @restore takes the model's letters too */
static void
append_like(GString *out, const char *text, size_t len, const char *model, bool restore)
{
	const char *at = text, *end = text + len, *m = model;
	if (restore) {
		g_string_append(out, model);
		return;
	}
	bool start = true, upper = false;
	while (at < end) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		if (start) {
			gunichar w = g_utf8_get_char(m);
			const char *next = strchr(m, ' ');
			/* "UBND": as in the model, all of it */
			gunichar second = w != 0 ? g_utf8_get_char(g_utf8_next_char(m)) : 0;
			upper = g_unichar_isupper(second);
			g_string_append_unichar(out,
				g_unichar_isupper(w) ? g_unichar_toupper(c) : g_unichar_tolower(c));
			m = next != NULL ? next + 1 : m + strlen(m);
			start = false;
		} else {
			g_string_append_unichar(
				out, upper ? g_unichar_toupper(c) : g_unichar_tolower(c));
		}
		if (c == ' ')
			start = true;
	}
}

static bool
is_small_word(const char *fold)
{
	static const char *const words[] = {
		"va", "cua", "ve", "cac", "voi", "cho", "trong", "tai", "thuoc", "nhung", "truc"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
		if (strcmp(words[i], fold) == 0)
			return true;
	return false;
}

/* "PASTEUR", "VINAMILK": a name of another tongue is no abbreviation, whose letters are hardly ever vowels */
static bool
is_foreign_name(const char *fold)
{
	size_t len = strlen(fold), vowels = 0;
	for (size_t i = 0; i < len; i++) {
		if (!g_ascii_isalpha(fold[i]))
			return false;
		vowels += strchr("aeiouy", fold[i]) != NULL;
	}
	return len >= 6 && vowels * 3 >= len;
}

/* Abbreviations stay in capitals: no vowel, a digit, "&", or no syllable and not part of a proper name */
static bool
is_abbreviation(const char *word, size_t len, const char *fold, bool proper)
{
	static const char *const known[] = {"ubnd", "hdnd", "mttq", "ubmttq", "tnhh", "mtv", "hcm",
		"tncs", "ldld", "lhpn", "kcn", "gdtx", "vhttdl", "tw"};
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
		if (strcmp(known[i], fold) == 0)
			return true;
	if (strpbrk(fold, "aeiouy") == NULL || strpbrk(fold, "&0123456789/") != NULL)
		return true;
	return !proper && strlen(fold) > 3 && !dd_syllable_is_valid(word, len) &&
	       !is_foreign_name(fold);
}

typedef struct {
	bool first, cap, proper;
	bool zone; /* "khu vực" stands before: "XI" is its number */
} CaseState;

static void
append_word(GString *out, const char *word, size_t len, CaseState *state)
{
	char fold[64];
	size_t letters = len;
	while (letters > 1 && strchr(",;.:)", word[letters - 1]) != NULL)
		letters--;
	(void)dd_near_fold(word, letters, fold, sizeof(fold));
	bool small = !state->first && is_small_word(fold) && !state->proper;
	bool va = !state->first && strcmp(fold, "va") == 0;
	bool capital = (state->cap || state->proper) && !small && !va;
	bool roman = state->zone && fold[0] != '\0' && strspn(fold, "ivx") == strlen(fold);
	bool abbreviation = roman || is_abbreviation(word, letters, fold, state->proper);
	const char *at = word, *end = word + len;
	bool start = true;
	while (at < end) {
		gunichar c;
		at += dd_utf8_next(at, end, &c);
		g_string_append_unichar(
			out, abbreviation || (start && capital) ? c : g_unichar_tolower(c));
		start = (c == '-' || c == '(' || c == '\'') && capital;
	}
	/* behind "TNHH MTV" the name begins */
	bool form = strcmp(fold, "mtv") == 0 || strcmp(fold, "tnhh") == 0;
	state->cap = small || va || form || word[len - 1] == ',' || strcmp(fold, "-") == 0 ||
		     fold[0] == '\0';
	state->zone = false;
	state->proper = state->proper && word[len - 1] != ',' && !va;
	state->first = false;
}

/* "Uỷ ban", "Toà án", "Khánh Hoà": the tone goes on the vowel before, as names have it elsewhere */
static void
place_tones(GString *name)
{
	static const struct {
		const char *old, *new;
	} words[] = {{"uỷ", "ủy"}, {"Uỷ", "Ủy"}, {"toà", "tòa"}, {"Toà", "Tòa"}, {"hoà", "hòa"},
		{"Hoà", "Hòa"}, {"hoá", "hóa"}, {"Hoá", "Hóa"}, {"khoẻ", "khỏe"}, {"Khoẻ", "Khỏe"}};
	g_auto(GStrv) parts = g_strsplit(name->str, " ", -1);
	g_string_truncate(name, 0);
	for (size_t i = 0; parts[i] != NULL; i++) {
		size_t len = strcspn(parts[i], ",");
		const char *word = NULL;
		for (size_t k = 0; k < G_N_ELEMENTS(words); k++)
			if (strlen(words[k].old) == len && strncmp(parts[i], words[k].old, len) == 0)
				word = words[k].new;
		if (i > 0)
			g_string_append_c(name, ' ');
		if (word != NULL)
			g_string_append(name, word);
		g_string_append(name, word != NULL ? parts[i] + len : parts[i]);
	}
}

/* "Y BAN NHÂN DÂN": collections of documents have lost letters with two marks. Returns: (transfer full) the name with its "Ủ" */
static char *
mend_committee(const char *text)
{
	static const char lost[] = "Y BAN NHÂN DÂN";
	const char *at = strstr(text, lost);
	if (at == NULL || (at > text && at[-1] != ' '))
		return g_strdup(text);
	return g_strdup_printf("%.*sỦ%s", (int)(at - text), text, at);
}

const char *
dd_head_name_case(DdContext *context, const char *written)
{
	g_autofree char *text = mend_committee(written);
	g_autoptr(GString) out = g_string_new(NULL);
	bool restore = context->damage == DD_DAMAGE_HEAVY;
	CaseState state = {.first = true, .cap = true};
	size_t len = strlen(text), at = 0;
	while (at < len) {
		size_t n = 0, p = 0;
		if (text[at] == ' ') {
			g_string_append_c(out, ' ');
			at++;
			continue;
		}
		unsigned flags = 0;
		const char *segment = dd_head_segment_find(context, text + at, len - at, &flags, &n);
		const char *province = dd_head_province_at(context, text + at, len - at, &p);
		bool level = segment != NULL && (flags & DD_SEGMENT_LEVEL) != 0;
		if (province != NULL && p >= n && (p > n || state.proper)) {
			append_like(out, text + at, p, province, restore);
			at += p;
			state = (CaseState){.cap = true, .proper = true};
		} else if (segment != NULL && (state.cap || strchr(segment, ' ') != NULL || level) &&
			   (!state.proper || level || (flags & DD_SEGMENT_KIND && n > 6) ||
				   (flags == 0 && strchr(segment, ' ') != NULL))) {
			append_like(out, text + at, n, segment, restore);
			at += n;
			state = (CaseState){.cap = true,
				.proper = level || (flags & DD_SEGMENT_PROPER) != 0,
				.zone = strcmp(segment, "khu vực") == 0};
		} else {
			size_t end = at + strcspn(text + at, " ");
			append_word(out, text + at, end - at, &state);
			at = end;
		}
	}
	if (out->len > 0) { /* the first letter is a capital in any case: "Tỉnh đoàn" */
		g_autofree char *rest = g_strdup(g_utf8_next_char(out->str));
		gunichar first = g_unichar_toupper(g_utf8_get_char(out->str));
		g_string_truncate(out, 0);
		g_string_append_unichar(out, first);
		g_string_append(out, rest);
	}
	place_tones(out);
	return dd_arena_strdup(context->arena, out->str);
}

/* Returns: (transfer full) @word with its first letter large */
static char *
capitalize(const char *word)
{
	char first[8] = {0};
	(void)g_unichar_to_utf8(g_unichar_toupper(g_utf8_get_char(word)), first);
	return g_strconcat(first, g_utf8_next_char(word), NULL);
}

/* Does the document write two words of the name with capitals, and never small? */
static bool
is_proper_pair(const DdContext *context, const char *first, const char *second)
{
	size_t sample = MIN(context->len, SAMPLE_BYTES);
	g_autofree char *large = capitalize(first), *behind = capitalize(second),
			*proper = g_strconcat(large, " ", behind, NULL),
			*half = g_strconcat(large, " ", second, NULL),
			*small = g_strconcat(first, " ", second, NULL);
	return dd_head_search(context->chars, sample, proper) != NULL &&
	       dd_head_search(context->chars, sample, small) == NULL &&
	       dd_head_search(context->chars, sample, half) == NULL;
}

/* The name in the head is in capitals: words that the text below writes "Bắc Hà" have their capitals in it */
static const char *
take_capitals_of_text(DdContext *context, const char *name)
{
	size_t len = 0;
	g_auto(GStrv) words = g_strsplit(name, " ", WORDS_MAX);
	/* "Đại học Lam hồng": a name of its own, of which only the first word is known to be large */
	bool own = (dd_head_segment_at(context, name, strlen(name), &len) & DD_SEGMENT_OWN) != 0;
	bool changed = false, joined = false;
	for (size_t i = 0; words[0] != NULL && words[i + 1] != NULL; i++) {
		bool small = g_unichar_islower(g_utf8_get_char(words[i + 1])) &&
			     (own || joined || g_unichar_islower(g_utf8_get_char(words[i])));
		g_autofree char *first = g_utf8_strdown(words[i], -1);
		joined = small && is_proper_pair(context, first, words[i + 1]);
		if (!joined)
			continue;
		for (size_t k = i; k <= i + 1; k++) {
			char *large = capitalize(words[k]);
			g_free(words[k]);
			words[k] = large;
		}
		changed = true;
	}
	g_autofree char *whole = changed ? g_strjoinv(" ", words) : NULL;
	return changed ? dd_arena_strdup(context->arena, whole) : name;
}

static const char *
last_level(const char *name, const char **proper_out)
{
	static const char *const levels[] = {"tỉnh", "thành phố", "thị xã", "thị trấn", "huyện",
		"quận", "phường", "xã", "đặc khu"};
	const char *found = NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(levels); i++) {
		g_autofree char *cue = g_strconcat(" ", levels[i], " ", NULL),
				*tail = g_strconcat(" ", levels[i], NULL);
		const char *at = strstr(name, cue);
		if (at != NULL && (found == NULL || at + 1 < found)) {
			found = at + 1;
			*proper_out = at + strlen(cue);
		} else if (g_str_has_suffix(name, tail) && found == NULL) {
			found = name + strlen(name) - strlen(levels[i]);
			*proper_out = NULL;
		}
	}
	return found;
}

/* Returns: the province whose name ends @name ("Sở Y tế Khánh Hòa"), NULL none */
static const DdProvince *
province_behind(const DdContext *context, const char *name)
{
	size_t n_provinces;
	const DdProvince *provinces = dd_directory_get_provinces(context->directory, &n_provinces);
	for (size_t i = 0; i < n_provinces; i++) {
		const char *tail = g_str_has_suffix(name, provinces[i].name)
					   ? name + strlen(name) - strlen(provinces[i].name)
					   : name;
		if (tail > name && tail[-1] == ' ')
			return &provinces[i];
	}
	return NULL;
}

static const char *
province_with_level(DdContext *context, const DdProvince *province)
{
	g_autofree char *named = g_strconcat(
		province->city ? "thành phố " : "tỉnh ", province->name, NULL);
	return dd_arena_strdup(context->arena, named);
}

/* Committees of the Party by the level of the place they are named for, NULL: none */
static const struct {
	const char *seat, *level;
} seats[] = {{"Tỉnh ủy ", "tỉnh "}, {"Huyện ủy ", "huyện "}, {"Thành ủy ", "thành phố "},
	{"Thị ủy ", "thị xã "}, {"Quận ủy ", "quận "}, {"Đảng ủy ", NULL}};

/* Returns: "tỉnh" or "thành phố" and its name, from the superior or from the place line, NULL when neither tells */
static const char *
place_of(DdContext *context, const char *superior)
{
	const char *proper = NULL, *level = superior != NULL ? last_level(superior, &proper) : NULL;
	if (level != NULL && proper != NULL)
		return level;
	if (superior != NULL) {
		for (size_t i = 0; i < G_N_ELEMENTS(seats); i++)
			if (seats[i].level != NULL && g_str_has_prefix(superior, seats[i].seat)) {
				g_autofree char *named = g_strconcat(
					seats[i].level, superior + strlen(seats[i].seat), NULL);
				return dd_arena_strdup(context->arena, named);
			}
		/* "Sở Y tế Khánh Hòa" */
		const DdProvince *behind = province_behind(context, superior);
		return behind != NULL ? province_with_level(context, behind) : NULL;
	}
	const char *place = context->reading->document.place.value;
	const DdProvince *province = place != NULL ? dd_head_province_near(context, place) : NULL;
	if (province == NULL && place == NULL)
		province = dd_head_province_frequent(context);
	return province != NULL ? province_with_level(context, province) : NULL;
}

/* "Bệnh viện Đa khoa tỉnh" under "Sở Y tế Khánh Hòa": the name of the level from the body above or the place line */
static const char *
name_level(DdContext *context, const char *issuer, const char *level, const char *superior)
{
	const char *place = context->reading->document.place.value, *name = NULL;
	const DdProvince *province = superior != NULL ? province_behind(context, superior) : NULL;
	bool top = strcmp(level, "tỉnh") == 0 || strcmp(level, "thành phố") == 0;
	if (top && province == NULL && place != NULL)
		province = dd_head_province_near(context, place);
	if (top && province != NULL && province->city == (level[1] == 'h'))
		name = province->name;
	else if (strcmp(level, "tỉnh") != 0 && place != NULL &&
		 (top || dd_head_province_near(context, place) == NULL))
		name = place;
	if (name == NULL || strstr(issuer, name) != NULL)
		return issuer;
	g_autofree char *full = g_strconcat(issuer, " ", name, NULL);
	return dd_arena_strdup(context->arena, full);
}

static bool
is_party_seat(const char *name)
{
	for (size_t i = 0; i < G_N_ELEMENTS(seats); i++)
		if (g_str_has_prefix(name, seats[i].seat))
			return true;
	return false;
}

static bool
is_party_organ(const char *name)
{
	static const char *const organs[] = {"Ban Tổ chức", "Ban Tuyên giáo",
		"Ban Tuyên giáo và Dân vận", "Ban Dân vận", "Ban Nội chính", "Ủy ban Kiểm tra",
		"Ban Xây dựng Đảng"};
	for (size_t i = 0; i < G_N_ELEMENTS(organs); i++)
		if (strcmp(name, organs[i]) == 0)
			return true;
	return false;
}

/* "Phòng Cảnh sát giao thông" of a province's police, "Khoa Luật" of a university: each such body has one */
static bool
is_room_of(const char *issuer, const char *superior)
{
	static const char *const bodies[] = {
		"Công an ", "Trường ", "Đại học ", "Học viện ", "Bệnh viện "};
	bool room = g_str_has_prefix(issuer, "Phòng ") || g_str_has_prefix(issuer, "Khoa ");
	for (size_t i = 0; i < G_N_ELEMENTS(bodies) && room; i++)
		if (g_str_has_prefix(superior, bodies[i]))
			return strstr(issuer, superior) == NULL;
	return false;
}

/* Is @issuer a body below a department of a province, which has one of its kind: "Chi cục Kiểm lâm"? */
static bool
is_below_department(const char *issuer, const char *superior)
{
	static const char *const kinds[] = {
		"Chi cục ", "Trung tâm ", "Ban Quản lý ", "Văn phòng ", "Quỹ ", "Trạm ", "Vườn "};
	static const char *const unions[] = {"Hội ", "Liên đoàn ", "Đoàn "};
	if (strstr(issuer, " cơ sở") != NULL) /* "Thuế cơ sở 5" of a province's */
		return true;
	bool front = strstr(superior, "MTTQ") != NULL ||
		     g_str_has_prefix(superior, "Ủy ban Mặt trận");
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (g_str_has_prefix(issuer, kinds[i]) && g_str_has_prefix(superior, "Sở "))
			return true;
	for (size_t i = 0; i < G_N_ELEMENTS(unions) && front; i++)
		if (g_str_has_prefix(issuer, unions[i]))
			return true;
	return false;
}

/* Is @issuer an organ that only the body above it names: "Văn phòng", "Ban Thường trực"? */
static bool
is_organ_of(const char *issuer, const char *superior)
{
	static const char *const unions[] = {"MTTQ", "Mặt trận", "Hội ", "Đoàn ", "đoàn ",
		"Liên đoàn", "Công đoàn", "Liên minh"};
	if (strcmp(issuer, "Văn phòng") == 0)
		return strstr(superior, "nhân dân") != NULL || strstr(superior, "UBND") != NULL ||
		       strstr(superior, "HĐND") != NULL || is_party_seat(superior);
	if (g_str_has_prefix(issuer, "Ban ") &&
		(g_str_has_prefix(superior, "HĐND ") ||
			g_str_has_prefix(superior, "Hội đồng nhân dân ")))
		return true; /* "Ban Pháp chế HĐND tỉnh Lào Cai" */
	if (is_room_of(issuer, superior))
		return true;
	if (is_party_organ(issuer))
		return strcmp(superior, "Ban Chấp hành Trung ương") == 0 || is_party_seat(superior);
	bool organ = strcmp(issuer, "Ban Thường trực") == 0 ||
		     strcmp(issuer, "Ban Thường vụ") == 0 || strcmp(issuer, "Ban Chấp hành") == 0;
	for (size_t i = 0; i < G_N_ELEMENTS(unions) && organ; i++)
		if (strstr(superior, unions[i]) != NULL && strstr(superior, "Hội đồng") == NULL)
			return true;
	return false;
}

const char *
dd_head_issuer_complete(DdContext *context, const char *issuer, const char *superior)
{
	size_t len = 0;
	const char *proper = NULL, *level = last_level(issuer, &proper);
	unsigned flags = dd_head_segment_at(context, issuer, strlen(issuer), &len);
	bool local = superior == NULL || strstr(superior, "nhân dân") != NULL ||
		     strstr(superior, "UBND") != NULL || strstr(superior, " ủy") != NULL ||
		     is_below_department(issuer, superior);
	bool bare = level != NULL &&
		    proper == NULL; /* "Công đoàn Viên chức tỉnh" under "LĐLĐ tỉnh Bắc Giang" */
	if (superior != NULL && is_organ_of(issuer, superior)) { /* "Văn phòng UBND tỉnh Bắc Ninh" */
		bool centre = strcmp(superior, "Ban Chấp hành Trung ương") == 0 &&
			      is_party_organ(issuer);
		g_autofree char *whole = g_strconcat(
			issuer, " ", centre ? "Trung ương" : superior, NULL);
		return dd_arena_strdup(context->arena, whole);
	}
	if ((level != NULL && proper != NULL) || g_str_has_prefix(issuer, "Chi bộ ") ||
		(!bare && (flags & (DD_SEGMENT_OWN | DD_SEGMENT_PROPER)) != 0) || (!local && !bare))
		return issuer;
	bool central = g_str_has_prefix(issuer, "Bộ ") && !g_str_has_prefix(issuer, "Bộ Chỉ huy");
	if (superior == NULL && level == NULL &&
		(central || (!g_str_has_prefix(issuer, "Sở ") &&
				    !g_str_has_suffix(issuer, "nhân dân"))))
		return issuer;
	const char *place = place_of(context, superior);
	if (bare && (place == NULL || !g_str_has_prefix(place, level)))
		return name_level(context, issuer, level, superior);
	if (place == NULL)
		return issuer;
	const char *name = strchr(place, ' ');
	if (g_str_has_prefix(place, "thành phố ") || g_str_has_prefix(place, "thị ") ||
		g_str_has_prefix(place, "đặc khu "))
		name = strchr(name + 1, ' ');
	if (name != NULL && strstr(issuer, name + 1) != NULL)
		return issuer; /* "Sở Y tế Hà Giang" under "UBND tỉnh Hà Giang" */
	g_autofree char *full = level != NULL && name != NULL &&
						strncmp(level, place, strlen(level)) == 0
					? g_strconcat(issuer, name, NULL)
				: level != NULL ? g_strdup(issuer)
						: g_strconcat(issuer, " ", place, NULL);
	return dd_arena_strdup(context->arena, full);
}

/* Returns: TRUE when @line goes on with the name of the lines before it */
static bool
continues_name(const DdContext *context, const char *before, const char *line)
{
	size_t len = 0;
	char fold[FOLD_MAX];
	size_t n = dd_near_fold(before, strlen(before), fold, sizeof(fold));
	if (n > 0 && (strchr(",-&", fold[n - 1]) != NULL || g_str_has_suffix(fold, " va") ||
			     g_str_has_suffix(fold, " cua")))
		return true;
	if (strchr(before, ' ') == NULL && dd_syllable_is_valid(before, strlen(before)))
		return true; /* "VĂN / PHÒNG CHÍNH PHỦ", "ỦY / BAN NHÂN DÂN" */
	static const char *const halves[] = {"van phong", "ban thuong vu", "ban chap hanh",
		"thuong truc", "ban thuong truc", "thu tuong", "bo truong", "chu tich",
		"cong doan co so"};
	for (size_t i = 0; i < G_N_ELEMENTS(halves); i++)
		if (n > 0 && strcmp(fold, halves[i]) == 0)
			return true;
	/* "HỘI ĐỒNG NHÂN DÂN VÀ / ỦY BAN", "TỔNG LIÊN ĐOÀN": a kind begins another name */
	return (dd_head_segment_at(context, line, strlen(line), &len) &
		       (DD_SEGMENT_KIND | DD_SEGMENT_POST)) == 0;
}

/* "ỦY BAN NHÂN DÂN" over "(CHỦ TỊCH) ỦY BAN NHÂN DÂN TỈNH X": the letterhead and who decides, where no title parts the two */
static bool
is_same_office(const DdContext *context, const char *above, const char *below)
{
	size_t len = 0;
	const char *at = strstr(below, above);
	if (at == NULL || strchr(above, ' ') == NULL)
		return false;
	return at == below ||
	       (dd_head_segment_at(context, below, strlen(below), &len) & DD_SEGMENT_POST) != 0;
}

void
dd_head_issuer(DdContext *context, GPtrArray *lines, const char **issuer_out, const char **superior_out)
{
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < lines->len; i++) {
		const char *line = g_ptr_array_index(lines, i);
		if (strcmp(line, "LIÊN TỊCH") == 0 || strcmp(line, "LIÊN NGÀNH") == 0)
			continue; /* over the names of those who issue together */
		char **last = names->len > 0 ? (char **)&names->pdata[names->len - 1] : NULL;
		if (last == NULL || !continues_name(context, *last, line)) {
			g_ptr_array_add(names, g_strdup(line));
			continue;
		}
		char *joined = g_strconcat(*last, " ", line, NULL);
		g_free(*last);
		*last = joined;
	}
	*issuer_out = *superior_out = NULL;
	if (names->len == 0)
		return;
	if (names->len > 1 && is_same_office(context, g_ptr_array_index(names, names->len - 2),
				      g_ptr_array_index(names, names->len - 1)))
		g_ptr_array_remove_index(names, names->len - 2);
	*issuer_out = dd_head_name_case(context, g_ptr_array_index(names, names->len - 1));
	if (names->len > 1)
		*superior_out = dd_head_name_case(context, g_ptr_array_index(names, names->len - 2));
	if (*superior_out != NULL)
		*superior_out = dd_head_issuer_complete(context, *superior_out, NULL);
	*issuer_out = dd_head_issuer_complete(
		context, take_capitals_of_text(context, *issuer_out), *superior_out);
}
