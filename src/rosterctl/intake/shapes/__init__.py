"""The shape of every file: one small module a family. They check what is read and are the JSON Schema."""
