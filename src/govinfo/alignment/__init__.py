"""The heart: aligning a damaged sequence of labels and numbers with a form.

Whatever the layout, a table arrives here as rows of tokens.  Labels are recognised by their keys
first, by likeness second, by their neighbours last; the numbers behind a label belong to it.
"""
