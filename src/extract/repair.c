/* SPDX-License-Identifier: GPL-3.0-or-later */
/* repair.c: paragraphs are put together as far as a sentence may reach, restored, and parted again */
#include "repair.h"

#include <string.h>

#include "document-text.h"
#include "maxima.h"
#include "names.h"
#include "restore.h"
#include "token.h"

#define DOUBTFUL                                                                                   \
	50u /* least confidence of a stretch that is repaired: less is another language, or a drawing */

/* A word that changes: bytes of the stretch, and what is put there */
typedef struct {
	uint32_t from, from_end;
	const char *text;
	uint32_t len;
	uint8_t confidence;
} Change;

typedef struct {
	DdDocument *document;
	DdLexicon *lexicon;
	DdDirectory *directory;
	const DdRestorer *restorer;
	DdRestoreCache *caches[DD_RESTORE_LAST];
	DdArena *arena; /* of what one stretch needs */
	DdRepairMode mode;
	bool heavy;            /* the document as a whole is damaged */
	DdRestoreKind kind;    /* by what */
	GPtrArray *paragraphs; /* DdParagraph of one part */
	GArray *changes;       /* of one stretch */
	size_t n;              /* words changed */
} Repair;

static void
clear_repair(Repair *self)
{
	for (size_t i = 0; i < DD_RESTORE_LAST; i++)
		dd_restore_cache_free(self->caches[i]);
	if (self->paragraphs != NULL)
		g_ptr_array_unref(self->paragraphs);
	if (self->changes != NULL)
		g_array_unref(self->changes);
	dd_arena_free(self->arena);
	dd_directory_free(self->directory);
	dd_lexicon_free(self->lexicon);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Repair, clear_repair)

static bool
is_letter(char c)
{
	return (unsigned char)c >= 0x80 || g_ascii_isalnum(c);
}

/* Leaves out the signs and blanks around a word that are the same in both, and all of what stands in the next line. */
static void
trim(Change *change, const char *text)
{
	/* behind a word signs are copied as they are: no word itself goes over a line end */
	const char *line = memchr(change->text, '\n', change->len);
	if (line != NULL) {
		uint32_t tail = change->len - (uint32_t)(line - change->text);
		change->len -= tail;
		change->from_end -= tail;
	}
	while (change->len > 0 && change->from_end > change->from && !is_letter(change->text[0]) &&
		change->text[0] == text[change->from]) {
		change->text++;
		change->len--;
		change->from++;
	}
	while (change->len > 0 && change->from_end > change->from &&
		!is_letter(change->text[change->len - 1]) &&
		change->text[change->len - 1] == text[change->from_end - 1]) {
		change->len--;
		change->from_end--;
	}
}

/* Restores [@start, @end) of the stretch. Returns: FALSE when nothing is to be changed there */
static bool
restore_piece(Repair *self, DdRestoreKind kind, const char *text, uint32_t start, uint32_t end)
{
	DdRestoredWord *words = NULL;
	size_t n = 0;
	uint8_t confidence = 0;
	const char *whole = dd_restore_words(self->restorer, self->caches[kind], text + start,
		end - start, self->arena, &confidence, &words, &n);
	if (confidence < DOUBTFUL)
		return false;
	for (size_t i = 0; i < n && self->n + self->changes->len < DD_MAX_MENDS; i++) {
		Change change = {start + words[i].in, start + words[i].in_end, whole + words[i].out,
			words[i].out_end - words[i].out, words[i].confidence};
		if (!words[i].changed)
			continue;
		trim(&change, text);
		g_array_append_val(self->changes, change);
	}
	return true;
}

/* Returns: where the piece from @start on ends that is restored at once: behind a word, or inside of an endless one */
static uint32_t
piece_end(const char *text, uint32_t start, uint32_t end)
{
	uint32_t stop = MIN(end, start + DD_MAX_RESTORED), at = stop;
	while (stop < end && at > start && !g_ascii_isspace(text[at]))
		at--;
	if (at > start)
		return at;
	while (stop < end && ((unsigned char)text[stop] & 0xC0) == 0x80)
		stop--;
	return stop;
}

/* What a stretch suffers from, when it is to be repaired at all */
static DdRestoreKind
judge_stretch(const Repair *self, const char *text, size_t len)
{
	if (self->heavy)
		return self->kind;
	DdRestoreKind kind = dd_restorer_judge(self->restorer, text, len);
	bool bad = kind == DD_RESTORE_BARE ||
		   dd_damage_judge(self->lexicon, text, len) == DD_DAMAGE_HEAVY;
	return bad ? kind : DD_RESTORE_NOT;
}

/* Where words stand on their pages is told by bytes of the text, which are others now. */
static void
move_places(DdParagraph *paragraph, DdArena *arena)
{
	if (paragraph->n_places == 0)
		return;
	DdPlace *places = dd_arena_memdup(
		arena, paragraph->places, paragraph->n_places * sizeof(*places));
	uint32_t next = 0, behind = 0, behind_from = 0;
	for (uint32_t i = 0; i < paragraph->n_places; i++) {
		for (; next < paragraph->n_mends; next++) {
			const DdMend *mend = &paragraph->mends[next];
			if (mend->from + mend->from_len > places[i].start)
				break;
			behind = mend->at + mend->len;
			behind_from = mend->from + mend->from_len;
		}
		bool inside = next < paragraph->n_mends &&
			      paragraph->mends[next].from <= places[i].start;
		places[i].start = inside ? paragraph->mends[next].at
					 : places[i].start - behind_from + behind;
	}
	paragraph->places = places;
}

/* Puts the changes from number @first on that lie in [@start, @end) of the stretch into a paragraph. Returns: the next one */
static guint
mend_paragraph(Repair *self, DdParagraph *paragraph, uint32_t start, uint32_t end, guint first)
{
	DdArena *arena = dd_document_get_arena(self->document);
	guint next = first;
	uint32_t at = start;
	g_autoptr(GString) out = g_string_new(NULL);
	const char *text = paragraph->text;
	while (next < self->changes->len && g_array_index(self->changes, Change, next).from < end)
		next++;
	if (next == first)
		return next;
	DdMend *mends = dd_arena_alloc(arena, (next - first) * sizeof(*mends));
	for (guint i = first; i < next; i++) {
		const Change *change = &g_array_index(self->changes, Change, i);
		g_string_append_len(out, text + (at - start), change->from - at);
		mends[i - first] = (DdMend){(uint32_t)out->len, change->len, change->from - start,
			change->from_end - change->from, change->confidence};
		g_string_append_len(out, change->text, change->len);
		at = change->from_end;
	}
	g_string_append_len(out, text + (at - start), end - at);
	if (out->len > DD_MAX_PARAGRAPH_BYTES)
		return next;
	paragraph->original = text;
	paragraph->text = dd_arena_strndup(arena, out->str, out->len);
	paragraph->mends = mends;
	paragraph->n_mends = next - first;
	move_places(paragraph, arena);
	self->n += next - first;
	return next;
}

/* Repairs paragraphs [@first, @first + @n) as one stretch, a line each. */
static void
repair_stretch(Repair *self, guint first, guint n)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autofree uint32_t *starts = g_new0(uint32_t, (gsize)n + 1);
	for (guint i = 0; i < n; i++) {
		const DdParagraph *paragraph = g_ptr_array_index(self->paragraphs, first + i);
		starts[i] = (uint32_t)text->len;
		g_string_append(text, paragraph->text);
		g_string_append_c(text, '\n');
	}
	starts[n] = (uint32_t)text->len;
	DdRestoreKind kind = judge_stretch(self, text->str, text->len);
	if (kind == DD_RESTORE_NOT)
		return;
	if (self->caches[kind] == NULL)
		self->caches[kind] = dd_restore_cache_new(kind);
	self->arena = dd_arena_new();
	g_array_set_size(self->changes, 0);
	for (uint32_t at = 0, stop; at < text->len; at = stop) {
		stop = piece_end(text->str, at, (uint32_t)text->len);
		restore_piece(self, kind, text->str, at, stop);
	}
	for (guint i = 0, next = 0; i < n; i++)
		next = mend_paragraph(self, g_ptr_array_index(self->paragraphs, first + i),
			starts[i], starts[i + 1] - 1, next);
	g_clear_pointer(&self->arena, dd_arena_free);
}

static void
add_paragraph(DdParagraph *paragraph, void *user)
{
	g_ptr_array_add(user, paragraph);
}

static size_t
length_at(const Repair *self, guint i)
{
	return strlen(((const DdParagraph *)g_ptr_array_index(self->paragraphs, i))->text);
}

/* Lines of plain text are restored together up to an empty one, for sentences go on; paragraphs of other files each by itself. */
static void
repair_part(Repair *self, DdPart part)
{
	bool lines = strcmp(dd_document_get_kind(self->document), "TXT") == 0;
	g_ptr_array_set_size(self->paragraphs, 0);
	dd_document_each_paragraph(self->document, part, add_paragraph, self->paragraphs);
	for (guint i = 0, n; i < self->paragraphs->len; i += n) {
		size_t len = length_at(self, i);
		n = 1;
		while (lines && len > 0 && i + n < self->paragraphs->len && length_at(self, i + n) > 0 &&
			len + 1 + length_at(self, i + n) < DD_MAX_RESTORED - 1) {
			len += 1 + length_at(self, i + n);
			n++;
		}
		if (len > 0)
			repair_stretch(self, i, n);
	}
}

/* Looks whether there is anything to repair, and learns the language only then. */
static bool
begin(Repair *self)
{
	g_autoptr(GByteArray) text = dd_document_to_text(self->document, NULL);
	g_byte_array_append(text, (const guint8 *)"", 1);
	size_t len = text->len - 1;
	const char *chars = (const char *)text->data;
	self->lexicon = dd_lexicon_new();
	self->heavy = dd_damage_judge(self->lexicon, chars, len) == DD_DAMAGE_HEAVY;
	if (!self->heavy && self->mode == DD_REPAIR_AUTO)
		return false;
	self->directory = dd_directory_new(self->lexicon, NULL, NULL);
	self->restorer = dd_directory_get_restorer(self->directory);
	self->kind = self->heavy ? dd_restorer_judge(self->restorer, chars, len) : DD_RESTORE_NOT;
	return !self->heavy || self->kind != DD_RESTORE_NOT;
}

size_t
dd_repair_document(DdDocument *document, DdRepairMode mode)
{
	g_return_val_if_fail(document != NULL && mode < DD_REPAIR_LAST, 0);
	if (mode == DD_REPAIR_NEVER)
		return 0;
	g_auto(Repair) self = {.document = document,
		.mode = mode,
		.paragraphs = g_ptr_array_new(),
		.changes = g_array_new(FALSE, FALSE, sizeof(Change))};
	if (!begin(&self))
		return 0;
	for (DdPart part = 0; part < DD_PART_LAST; part++)
		repair_part(&self, part);
	return self.n;
}
