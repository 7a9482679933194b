/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compose-cluster.h"

#include <string.h>

#include "compose.h"

#define MAX_DROPPED                                                                                \
	64 /* invisible characters in a row that vanish without a trace; every 64th leaves a space */
#define MAX_LOOKED_THROUGH 8 /* invisible characters between a letter and its mark */

typedef enum {
	KIND_TEXT,
	KIND_SPACE,
	KIND_DROP,
	KIND_CR,
	KIND_LIGATURE,
	KIND_BULLET,
} Kind;

static Kind
kind_of_private(gunichar c)
{
	/* U+F0xx: a letter of a Symbol font that Word has used as the sign of a list */
	if (c > 0xF020 && c < 0xF100)
		return KIND_BULLET;
	return KIND_SPACE;
}

static Kind
kind_above_latin(gunichar c)
{
	if (c < 0x2000) {
		if (c == 0x034F || c == 0x061C || c == 0x180E)
			return KIND_DROP;
		return c == 0x1680 ? KIND_SPACE : KIND_TEXT;
	}
	if (c < 0x2070) {
		if (c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F)
			return KIND_SPACE;
		return c <= 0x200F || (c >= 0x202A && c <= 0x202E) || c >= 0x2060 ? KIND_DROP
										  : KIND_TEXT;
	}
	if (c < 0xD800)
		return c == 0x3000 ? KIND_SPACE : KIND_TEXT;
	if (c < 0xE000)
		return KIND_SPACE;
	if (c < 0xF900)
		return kind_of_private(c);
	if (c >= 0xFB00 && c <= 0xFB06)
		return KIND_LIGATURE;
	if (c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0000 && c < 0xE1000))
		return KIND_DROP;
	if ((c >= 0xFFF0 && c <= 0xFFFF) || (c & 0xFFFE) == 0xFFFE || c >= 0xF0000)
		return KIND_SPACE;
	return KIND_TEXT;
}

static Kind
kind_of(gunichar c)
{
	if (c >= 0x0300)
		return kind_above_latin(c);
	if (c >= 0x20 && c < 0x7F)
		return KIND_TEXT;
	if (c > 0xA0)
		return c == 0xAD ? KIND_DROP : KIND_TEXT;
	if (c == '\t' || c == '\n' || c == '\f')
		return KIND_TEXT;
	return c == '\r' ? KIND_CR : KIND_SPACE;
}

bool
dd_cluster_is_clean(gunichar c)
{
	return kind_of(c) == KIND_TEXT && !dd_compose_extends(c) && dd_compose_is_stable(c);
}

bool
dd_cluster_is_plain(gunichar c)
{
	if (c < 0x7F)
		return c >= 0x20 || c == '\n' || c == '\t' || c == '\f';
	return (c >= 0xC0 && c < 0x1C0) || (c >= 0x1E00 && c < 0x1F00);
}

static void
set_text(DdCluster *cluster, const char *text)
{
	cluster->len = strlen(text);
	memcpy(cluster->text, text, cluster->len);
}

static void
read_dropped(const DdSource *source, DdCluster *cluster)
{
	int n = 1;
	while (n < MAX_DROPPED && cluster->end < source->len) {
		size_t at = cluster->end;
		if (kind_of(dd_source_next(source, &at)) != KIND_DROP)
			break;
		cluster->end = at;
		n++;
	}
	if (n == MAX_DROPPED)
		set_text(cluster, " ");
}

/* Collects the marks behind the letter c[0]. Returns: how many code points there are now */
static size_t
collect_marks(const DdSource *source, DdCluster *cluster, gunichar c[DD_COMPOSE_IN])
{
	size_t n = 1;
	size_t at = cluster->end;
	for (int hidden = 0; n < DD_COMPOSE_IN && at < source->len;) {
		gunichar next = dd_source_next(source, &at);
		if (kind_of(next) == KIND_DROP) {
			if (++hidden > MAX_LOOKED_THROUGH)
				break;
			continue;
		}
		if (!dd_compose_extends(next) || kind_of(next) != KIND_TEXT)
			break;
		c[n++] = next;
		cluster->end = at;
	}
	return n;
}

static void
put_letters(DdCluster *cluster, const gunichar *c, size_t n)
{
	for (size_t i = 0; i < n; i++)
		cluster->len += dd_utf8_encode(c[i], cluster->text + cluster->len);
}

static void
read_letter(const DdSource *source, gunichar first, DdCluster *cluster)
{
	gunichar c[DD_COMPOSE_IN] = {first};
	bool takes_marks = first != ' ' && first != '\n' && first != '\t' && first != '\f';
	size_t n = takes_marks ? collect_marks(source, cluster, c) : 1;
	if (n == 1 && dd_compose_is_stable(first)) {
		put_letters(cluster, c, 1);
		return;
	}
	gunichar letter = n > 1 ? first : 0;
	for (size_t i = 1; i < n && letter != 0; i++)
		letter = dd_compose_mark(letter, c[i]);
	if (letter != 0) {
		cluster->recomposed = true;
		put_letters(cluster, &letter, 1);
		return;
	}
	gunichar out[DD_COMPOSE_OUT];
	size_t count = dd_compose_nfc(c, n, out);
	cluster->recomposed = count != n || memcmp(c, out, n * sizeof(c[0])) != 0;
	put_letters(cluster, out, count);
}

void
dd_cluster_read(const DdSource *source, size_t pos, DdCluster *cluster_out)
{
	static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
	cluster_out->end = pos;
	cluster_out->len = 0;
	cluster_out->recomposed = false;
	gunichar c = dd_source_next(source, &cluster_out->end);
	switch (kind_of(c)) {
	case KIND_SPACE:
		set_text(cluster_out, " ");
		break;
	case KIND_DROP:
		read_dropped(source, cluster_out);
		break;
	case KIND_CR:
		set_text(cluster_out, "\n");
		if (cluster_out->end < source->len) {
			size_t at = cluster_out->end;
			if (dd_source_next(source, &at) == '\n')
				cluster_out->end = at;
		}
		break;
	case KIND_LIGATURE:
		/* marks sit on the last letter */
		set_text(cluster_out, ligatures[c - 0xFB00]);
		cluster_out->len--;
		read_letter(source, (gunichar)cluster_out->text[cluster_out->len], cluster_out);
		break;
	case KIND_BULLET:
		set_text(cluster_out, c == 0xF02D ? "-" : c == 0xF02B ? "+" : "•");
		break;
	case KIND_TEXT:
	default:
		read_letter(source, c, cluster_out);
		break;
	}
}
