/* SPDX-License-Identifier: GPL-3.0-or-later */
/* api-attachments.c: files of tasks: they come before the step that names them, and go to whoever may see the task */
#include "api-attachments.h"

#include "attachment.h"
#include "change.h"
#include "handler.h"

/* Takes one file of the form, and adds what is told of it to @told */
static bool
attach_one(const DdRequest *request, DdChange *change, size_t i, GArray *told, GError **error)
{
	const DdActingAs part = dd_change_part(request);
	g_autoptr(GBytes) bytes = dd_upload_get_bytes(request->upload, i, error);
	gsize len;
	if (bytes == NULL)
		return false;
	const void *data = g_bytes_get_data(bytes, &len);
	const DdIntakeFile file = dd_intake_file_make(
		data, len, dd_upload_get_name(request->upload, i));
	const DdAttachment one = {.hash = file.hash,
		.name = file.name,
		.who = request->actor.who,
		.size = (int64_t)len,
		.added_at = request->actor.now,
		.step = -1};
	g_array_append_val(told, one);
	return dd_attachment_add(change, request->id, &part, &file, error);
}

/* Attaches all files of the form, or none */
static bool
attach_all(const DdRequest *request, GArray *told, GError **error)
{
	g_auto(DdChange) change = {0};
	if (!dd_change_begin(request->store, &request->actor, &change, error))
		return false;
	for (size_t i = 0; i < dd_upload_count(request->upload); i++)
		if (!attach_one(request, &change, i, told, error))
			return false;
	return dd_change_commit(&change, error);
}

bool
dd_api_attach_files(const DdRequest *request, DdAnswer *answer, GError **error)
{
	g_autoptr(GArray) told = g_array_new(FALSE, FALSE, sizeof(DdAttachment));
	DdSeenTask seen;
	if (!dd_handler_find_task(request, &seen, error))
		return false;
	if (!seen.seen)
		return dd_handler_refuse_unseen(answer);
	if (!attach_all(request, told, error))
		return false;
	DdJsonWriter *json = dd_answer_begin(answer, 201);
	dd_json_open(json, NULL, '{', true);
	dd_json_open(json, "files", '[', true);
	for (guint i = 0; i < told->len; i++)
		dd_json_attachment(json, &g_array_index(told, DdAttachment, i));
	dd_json_close(json, ']');
	dd_json_close(json, '}');
	return dd_answer_end(answer, error);
}

bool
dd_api_get_task_file(const DdRequest *request, DdAnswer *answer, GError **error)
{
	DdSeenTask seen;
	DdHash hash;
	DdAttachment file;
	bool found = false;
	if (!dd_handler_find_task(request, &seen, error) ||
		(seen.seen && dd_hash_parse(request->hash, &hash) &&
			!dd_attachment_find(request->store, request->id, &hash, request->actor.who,
				request->arena, &file, &found, error)))
		return false;
	if (!found)
		return dd_handler_refuse_unseen(answer);
	dd_answer_set_file(answer, &hash, (uint64_t)file.size, file.name);
	return true;
}
