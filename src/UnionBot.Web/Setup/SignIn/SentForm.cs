namespace UnionBot.Web.Setup.SignIn;

/// <summary>That a form of the console was sent: the same one a second time has no effect.</summary>
internal sealed class SentForm
{
    private SentForm() { }

    /// <summary>Made with the page that the form stands on.</summary>
    public Guid Key { get; private set; }

    /// <summary>Real time; UTC.</summary>
    public DateTimeOffset SentAt { get; private set; }
}
