/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reading-hash.c: what the hash of a reading covers */
#include "reading-hash.h"

void
dd_reading_hash_begin(DdHasher *hasher, const DdStoredDocument *document, const char *json)
{
	dd_hasher_add_text(hasher, document->type);
	dd_hasher_add_text(hasher, document->number);
	dd_hasher_add_text(hasher, document->date);
	dd_hasher_add_text(hasher, document->issuer);
	dd_hasher_add_text(hasher, document->title);
	dd_hasher_add_text(hasher, document->signer);
	dd_hasher_add_text(hasher, json);
}

void
dd_reading_hash_task(DdHasher *hasher, const DdStoredTask *task)
{
	dd_hasher_add_int(hasher, task->id);
	dd_hasher_add_int(hasher, task->position);
	dd_hasher_add_text(hasher, task->label);
	dd_hasher_add_text(hasher, task->heading);
	dd_hasher_add_text(hasher, task->text);
	dd_hasher_add_int(hasher, task->line_start);
	dd_hasher_add_int(hasher, task->line_end);
	dd_hasher_add_text(hasher, task->time_raw);
	dd_hasher_add_text(hasher, task->time_json);
	dd_hasher_add_text(hasher, task->product);
	dd_hasher_add_int(hasher, task->confidence);
	for (size_t i = 0; i < task->n_assignments; i++) {
		dd_hasher_add_text(hasher, task->assignments[i].role);
		dd_hasher_add_text(hasher, task->assignments[i].name);
		dd_hasher_add_int(hasher, task->assignments[i].confidence);
	}
}
