"""The pages of the app, a file each; app/main.py names them. A page asks named views and draws."""
