/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "member-name.h"

#include <string.h>

#include "maxima.h"
#include "text.h"

/* The upper half of CP437, from 0x80 on; a plain blank for the last, which does not break */
static const char *const cp437 = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└"
				 "┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
				 "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";

static char *
decode_cp437(const char *bytes)
{
	GString *name = g_string_new(NULL);
	for (; *bytes != '\0'; bytes++) {
		guchar byte = (guchar)*bytes;
		if (byte < 0x80)
			g_string_append_c(name, (char)byte);
		else
			g_string_append_unichar(name,
				g_utf8_get_char(g_utf8_offset_to_pointer(cp437, byte - 0x80)));
	}
	return g_string_free(name, FALSE);
}

/* Names of files are letters and ASCII: other signs come of a wrong encoding */
static bool
has_odd_sign(const char *name)
{
	for (; *name != '\0'; name = g_utf8_next_char(name)) {
		gunichar letter = g_utf8_get_char(name);
		if (letter >= 0x80 && !g_unichar_isalpha(letter))
			return true;
	}
	return false;
}

/* Returns: (transfer full) the name in a Vietnamese encoding, NULL when none fits */
static char *
decode_vietnamese(const char *bytes)
{
	g_autoptr(GByteArray) copy = g_byte_array_new();
	g_byte_array_append(copy, (const guint8 *)bytes, (guint)strlen(bytes));
	g_autoptr(DdText) text = dd_text_new_take(g_steal_pointer(&copy), NULL);
	size_t len;
	if (text == NULL || dd_text_get_encoding(text) == DD_ENCODING_UTF8)
		return NULL;
	const char *found = dd_text_get(text, &len);
	g_autofree char *name = g_strndup(found, len);
	return has_odd_sign(name) ? NULL : g_steal_pointer(&name);
}

static char *
decode(const char *bytes)
{
	if (g_utf8_validate(bytes, -1, NULL))
		return g_utf8_normalize(bytes, -1, G_NORMALIZE_NFC);
	char *name = decode_vietnamese(bytes);
	return name != NULL ? name : decode_cp437(bytes);
}

char *
dd_member_name(const char *bytes)
{
	g_autofree char *given = g_strndup(bytes, DD_MAX_MEMBER_NAME_BYTES);
	g_autofree char *name = decode(given);
	const char *end = name + MIN(strlen(name), DD_MAX_MEMBER_NAME_BYTES);
	if (*end != '\0' && end > name) /* no half letter */
		end = g_utf8_find_prev_char(name, end + 1);
	name[end - name] = '\0';
	return *name != '\0' ? g_strdelimit(g_steal_pointer(&name), "\\", '/') : g_strdup("?");
}

bool
dd_member_is_litter(const char *name)
{
	static const char *const names[] = {".DS_Store", "Thumbs.db", "desktop.ini"};
	const char *slash = strrchr(name, '/');
	const char *base = slash != NULL ? slash + 1 : name;
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
		if (g_ascii_strcasecmp(base, names[i]) == 0)
			return true;
	return g_str_has_prefix(name, "__MACOSX/") || g_str_has_prefix(base, "._");
}
