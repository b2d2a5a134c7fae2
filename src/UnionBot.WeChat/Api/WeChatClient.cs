namespace UnionBot.WeChat.Api;

/// <summary>The platform's API, typed. Thread-safe; one for the whole process, so that one token serves all calls.</summary>
/// <remarks>
/// Nothing here throws for what the platform or the network does: every call ends in a <see cref="SendOutcome"/>.
/// The token stands in the query of every address, so keep the HTTP client's own request log off.
/// </remarks>
public sealed class WeChatClient : IDisposable
{
    private readonly AccessTokenSource _tokens;

    /// <param name="http">
    /// Without a time limit of its own (<see cref="HttpClient.Timeout"/>): the calls have one, and its end would be taken for a connection
    /// that was never opened.
    /// </param>
    /// <param name="time">Real time, never a moved clock: tokens and leases live by it.</param>
    public WeChatClient(HttpClient http, WeChatApiOptions options, IAccessTokenStore store, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(time);

        var sender = new ApiSender(http, options, time);
        _tokens = new AccessTokenSource(new StableTokenCall(sender, options, time), store, time);
        var transport = new ApiTransport(sender, _tokens);

        CustomMessages = new CustomMessageApi(transport);
        Templates = new TemplateApi(transport);
        MassSends = new MassApi(transport);
        Drafts = new DraftApi(transport);
        Media = new MediaApi(transport);
        Menus = new MenuApi(transport);
        Users = new UserApi(transport);
        Tags = new TagApi(transport);
        QrCodes = new QrCodeApi(transport);
        Account = new AccountApi(transport, options);
        Login = new LoginApi(sender, options);
    }

    public CustomMessageApi CustomMessages { get; }

    public TemplateApi Templates { get; }

    public MassApi MassSends { get; }

    public DraftApi Drafts { get; }

    public MediaApi Media { get; }

    public MenuApi Menus { get; }

    public UserApi Users { get; }

    public TagApi Tags { get; }

    public QrCodeApi QrCodes { get; }

    public AccountApi Account { get; }

    public LoginApi Login { get; }

    /// <summary>Gets the token if there is none, to find out whether credentials and caller's address are right.</summary>
    public async Task<SendOutcome> CheckTokenAsync(CancellationToken ct = default)
    {
        var answer = await _tokens.CurrentAsync(ct);
        return answer.Failure ?? SendOutcome.Sent;
    }

    public void Dispose() => _tokens.Dispose();
}
